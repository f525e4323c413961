/** 公告的公开页面。 */
export const zhCN = {
  title: '公告',
  hint: '大厅公开的事,按栏目看。',
  columns: {
    announcement: '公告通知',
    policy: '政策法规',
    service: '办事提示',
    result: '结果公示',
    news: '工作动态',
  },
  all: '全部',
  column: '栏目',
  published: '{{day}} 发布',
  until: '到 {{day}} 为止',
  reads_other: '看过 {{count}} 次',
  empty: '这个栏目现在没有公告',
  emptyHint: '可以看看别的栏目。',
  gone: '这条公告已经不在公开了',
  goneHint: '它可能到期了,或者撤下了。',
  back: '看全部公告',
  ask: '开门评议:请您填一份征求意见表',
};
