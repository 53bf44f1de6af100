/** Chinese, Japanese and Korean writing, as a part of a class of characters. */
export const IDEOGRAPHS = '\\u2E80-\\u9FFF\\uAC00-\\uD7AF\\uF900-\\uFAFF';

/** Top-level domains in such writing (IANA root zone), and those for tests (RFC 2606 in translation). */
export const IDEOGRAPH_DOMAINS =
  `中国 中國 公司 网络 網絡 在线 中文网 香港 台湾 台灣 新加坡 澳門 澳门 游戏 我爱你 商标 商城 商店 集团 手机 移动 网址 网店 网站 世界 信息 健康
  公益 政务 政府 机构 组织机构 娱乐 慈善 时尚 企业 招聘 书籍 大拿 天主教 家電 广东 佛山 微博 诺基亚 谷歌 购物 通販 食品 餐厅 点看 點看 淡马锡 联通
  飞利浦 香格里拉 珠宝 嘉里 嘉里大酒店 新闻 亚马逊 电讯盈科 八卦 一号店 工行 盛贸饭店 家乐福 コム みんな グーグル クラウド ポイント ファッション
  ストア セール アマゾン テスト 测试 測試 닷컴 닷넷 삼성 한국 테스트`
    .split(/\s+/)
    .sort((one, other) => other.length - one.length);

/** Words that stand right before an address in Chinese or Japanese, without a space between. */
export const BEFORE_ADDRESS =
  /(?:电子邮箱|邮箱|郵箱|邮件|郵件|信箱|地址|联系|聯繫|联络|发给|發給|寄给|发到|发送到|是|为|給|给|到|至|請|请|メール|アドレス|宛先|は|へ|を|に|주소는|메일은)/g;
