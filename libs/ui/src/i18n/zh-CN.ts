/** Words that the components bring along themselves; a screen's own words stand in its app. */
export const zhCN = {
  language: { other: 'English', switch: '换成英文' },
  type: { big: '大字', normal: '标准字' },
  contrast: { high: '高对比', normal: '标准色' },
  example: { mark: '示例数据', why: '这里的人和事都是编的,清空以后再用' },
  dialog: { close: '关闭' },
  banner: {
    stale: '显示的不是最新情况',
    offline: '网络断了',
    closed: '现在不办公',
    full: '今天的号已满',
    error: '这一步没办成',
    info: '请留意',
    quote: '找工作人员时,报这个号:{{quote}}',
  },
  wait: {
    now: '现在就能办',
    within: '{{high}} 分钟内',
    between: '{{low}}–{{high}} 分钟',
    unknown: '窗口还没开',
  },
  scale: { '5': '很好', '4': '好', '3': '一般', '2': '差', '1': '很差' },
  loading: '正在打开…',
};
