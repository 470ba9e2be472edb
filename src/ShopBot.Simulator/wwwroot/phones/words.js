// What the page says, in both languages. Words in the chats are not ours and stay as they are.
const words = {
  zh: {
    title: '手机', lost: '连接断开，正在重连…', clock: '模拟时间', plusHour: '+1 小时', plusDay: '+1 天', pause: '暂停', resume: '继续', paused: '已暂停',
    addPhone: '添加手机', name: '名字', account: '公众号', followsAlready: '已经关注', cancel: '取消', add: '添加', noPhones: '还没有手机，点「添加手机」。',
    putAway: '收起这部手机', more: '更多', unfollow: '取消关注', follow: '关注', scanScene: '扫带参数的二维码', scan: '扫码', send: '发送', write: '写消息',
    picture: '图片', place: '位置', menu: '切换菜单', samples: '示例图片', fromFile: '从电脑选择…', places: '发送位置', close: '关闭', typing: '对方正在输入…',
    stranger: a => `还没有关注「${a}」，关注后才能对话。`, empty: '还没有消息', emptyHint: '打个招呼试试：', hello: '你好', help: '帮助', phoneOf: p => `${p}的手机`,
    followed: '你关注了公众号', unfollowed: '你取消了关注', scanned: '你扫了二维码', tapped: t => `你点了「${t}」`, did: t => t, transfer: '已转人工客服',
    unreachable: '没有发出去：连不上服务器', sending: '发送中', failed: '对方没有收到', voice: '语音', video: '视频', music: '音乐', enlarge: '放大图片', gone: '图片无法显示', place_: '位置', link: '链接',
    details: '查看详情', answered: '你答复了订阅通知', stopped: '你关闭了订阅通知', expired: '已过期', allow: '允许一次', refuse: '拒绝', stop: '关闭', notices: '订阅通知', refuses: '拒收公众号消息',
    stain: '衬衫污渍', bag: '封好的袋子', shoes: '脏球鞋', folded: '叠好的衣服', today: '今天', yesterday: '昨天', mini: '小程序',
    home: '家：黄浦区人民大道 200 号', office: '公司：浦东新区世纪大道 100 号', near: '店旁边：徐汇区武康路 115 号', noMenu: '这个按钮没有内容',
  },
  en: {
    title: 'Phones', lost: 'Connection lost, trying again…', clock: 'Simulated time', plusHour: '+1 h', plusDay: '+1 day', pause: 'Pause', resume: 'Resume', paused: 'paused',
    addPhone: 'Add phone', name: 'Name', account: 'Account', followsAlready: 'Follows already', cancel: 'Cancel', add: 'Add', noPhones: 'No phones yet: add one.',
    putAway: 'Put this phone away', more: 'More', unfollow: 'Unfollow', follow: 'Follow', scanScene: 'Scan a QR code with the scene', scan: 'Scan', send: 'Send', write: 'Message',
    picture: 'Picture', place: 'Location', menu: 'Switch to the menu', samples: 'Sample pictures', fromFile: 'Choose a file…', places: 'Send a location', close: 'Close', typing: 'is typing…',
    stranger: a => `Not following “${a}” yet. Follow to chat.`, empty: 'No messages yet', emptyHint: 'Say hello:', hello: 'Hello', help: 'Help', phoneOf: p => `${p}’s phone`,
    followed: 'You followed this account', unfollowed: 'You unfollowed', scanned: 'You scanned a QR code', tapped: t => `You tapped “${t}”`, did: t => t, transfer: 'Handed over to a person',
    unreachable: 'Not sent: the server cannot be reached', sending: 'Sending', failed: 'Not received', voice: 'Voice', video: 'Video', music: 'Music', enlarge: 'Enlarge picture', gone: 'Picture cannot be shown', place_: 'Location', link: 'Link',
    details: 'Details', answered: 'You answered the prompt for notices', stopped: 'You turned notices off', expired: 'expired', allow: 'Allow one', refuse: 'Refuse', stop: 'Turn off', notices: 'Notices', refuses: 'Refuse this account’s messages',
    stain: 'Stained shirt', bag: 'Sealed bag', shoes: 'Muddy shoes', folded: 'Folded clothes', today: 'Today', yesterday: 'Yesterday', mini: 'Mini program',
    home: 'Home: 200 Renmin Avenue, Huangpu', office: 'Office: 100 Century Avenue, Pudong', near: 'Near the shop: 115 Wukang Road, Xuhui', noMenu: 'Nothing behind this button',
  },
};

let language = localStorage.getItem('phones.language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');

export const current = () => language;

export function say(key, ...about) {
  const word = words[language][key];
  return typeof word === 'function' ? word(...about) : word ?? key;
}

/** Fills in every element below that names a word. */
export function translate(root) {
  for (const element of root.querySelectorAll('[data-t]')) element.textContent = say(element.dataset.t);
  for (const element of root.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', say(element.dataset.label));
    if (element.tagName === 'BUTTON') element.title = say(element.dataset.label);
    if (element.tagName === 'TEXTAREA') element.placeholder = say(element.dataset.label);
  }
}

export function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('phones.language', language);
}
