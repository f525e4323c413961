/** Words of registering a first contact. */
export const zhCN = {
  registerTitle: '首问登记',
  registerHint: '谁先接待,谁负责到底。先写说了什么,其他的都有默认;登记后打印回执。',
  registered: '已登记 {{number}}',
  registeredAnswered: '已当场答复,办完归档。',
  openFile: '打开这件事',
  way: '接下来',
  ways: { mine: '我来办', answered: '当场答复了', 'hand-over': '转给别人' },
  matterHint: '打几个字或拼音首字母,不清楚就空着',
  matterNone: '没有这样的事项,空着也可以登记。',
  noMatter: '改为还不清楚',
  said: '说了什么',
  name: '姓名(可不填)',
  telephone: '电话(可不填)',
  save: '登记',
};
