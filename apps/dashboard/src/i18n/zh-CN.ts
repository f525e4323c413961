import { zhCN as alarms } from './zh-CN.alarms.ts';
import { zhCN as performance } from './zh-CN.performance.ts';
import { zhCN as region } from './zh-CN.region.ts';
import { zhCN as appraisal } from './zh-CN.appraisal.ts';
import { zhCN as notices } from './zh-CN.notices.ts';
import { zhCN as board } from './zh-CN.board.ts';
import { zhCN as clock } from './zh-CN.clock.ts';
import { zhCN as oversight } from './zh-CN.oversight.ts';
import { zhCN as register } from './zh-CN.register.ts';
import { zhCN as docket } from './zh-CN.docket.ts';
import { zhCN as history } from './zh-CN.history.ts';
import { zhCN as rating } from './zh-CN.rating.ts';
import { zhCN as scores } from './zh-CN.scores.ts';
import { zhCN as settings } from './zh-CN.settings.ts';
import { zhCN as supervision } from './zh-CN.supervision.ts';
import { zhCN as terminal } from './zh-CN.terminal.ts';
import { zhCN as staffing } from './zh-CN.staffing.ts';
import { zhCN as voices } from './zh-CN.voices.ts';

export const zhCN = {
  shell: {
    hall: '现场',
    window: '窗口',
    mine: '我的',
    docket: '台账',
    register: '登记',
    ratings: '好差评',
    performance: '绩效',
    region: '地区',
    scores: '考核',
    staffing: '排班',
    voices: '诉求',
    oversight: '督查',
    'about-me': '关于我',
    settings: '设置',
    log: '日志',
    devices: '设备',
    live: '与大厅同步',
    connecting: '正在连接',
    stale: '断线 {{seconds}} 秒',
    staleHint: '显示的是 {{time}} 的情况,正在重新连接',
    signOut: '退出',
    signOutEverywhere: '在所有设备上退出',
    changePassword: '改密码',
    currentPassword: '现在的密码',
    newPassword_other: '新密码(至少 {{count}} 个字符)',
    passwordChanged: '改好了。您在别处的登录都已退出。',
    account: '账号',
    loading: '正在打开……',
    notYours: '您的岗位没有这一页',
    notYoursHint: '请从上面的菜单选择。',
    menu: '主菜单',
    close: '关闭',
    retry: '再试一次',
  },
  signIn: {
    title: '登录',
    hall: '大厅',
    username: '用户名',
    password: '密码',
    go: '登录',
    ended: '您已退出或在别处被退出,请重新登录。',
    examples: '示例账号(密码 qingshi-2026)',
    noHall: '还没有大厅',
    noHallHint: '请管理员先把大厅的目录装进来。',
    offline: '连不上服务器,请检查网络后再试。',
    roles: {
      clerk: '窗口人员',
      guide: '导服',
      supervisor: '值班长',
      director: '主任',
      administrator: '管理员',
      auditor: '审计',
    },
  },
  devices: {
    title: '设备',
    hint: '自助机、大屏和评价器用配对码认领大厅。配对码十分钟内有效,只能用一次。',
    kind: '种类',
    kinds: { kiosk: '自助机', display: '大屏', pad: '评价器' },
    name: '名字',
    nameHint: '例如:东门自助机',
    zone: '区域',
    allZones: '整个大厅',
    window: '窗口',
    make: '生成配对码',
    code: '配对码',
    codeHint: '在设备上输入。{{time}} 前有效。',
    pairedAt: '配对时间',
    state: '状态',
    active: '使用中',
    revoked: '已收回',
    revoke: '收回',
    revokeAsk: '收回后,这台设备要重新配对才能用。',
    empty: '还没有配对的设备',
    emptyHint: '生成配对码,在设备上打开 /kiosk、/display 或 /pad 输入。',
  },
  alarms,
  terminal,
  board,
  clock,
  register,
  docket,
  history,
  rating,
  performance,
  region,
  scores,
  staffing,
  oversight,
  voices,
  appraisal,
  notices,
  settings,
  supervision,
};
