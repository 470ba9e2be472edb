using System.Collections.Frozen;

namespace ShopBot.Dialogs.Intents;

/// <summary>Brings the traditional characters of everyday shop talk to their simplified twins. Others stay as they are.</summary>
/// <remarks>Character by character: enough to compare wishes, not to print a text.</remarks>
internal static class SimplifiedHan
{
    // Traditional and simplified, one behind the other.
    private const string Pairs =
        "丟丢乾干亂乱來来係系個个們们偽伪備备傳传傷伤價价億亿償偿優优兇凶兩两動动務务勵励區区員员唄呗問问單单喲哟嗎吗嘗尝嚐尝嚕噜嚴严囉啰國国圖图報报場场塊块塵尘墊垫壞坏夠够妝妆妳你姊姐媽妈孫孙學学實实寬宽寶宝將将專专尋寻對对導导層层屬属島岛嶄崭帳账" +
        "帶带幫帮幹干幾几庫库廠厂廢废廣广廳厅張张強强彈弹後后徑径從从復复徹彻恆恒悶闷惡恶惱恼愛爱態态慘惨慣惯慶庆憤愤憶忆應应懶懒懷怀懸悬戰战戲戏戶户掛挂換换揮挥損损撥拨撿捡擁拥擇择擔担據据擠挤擺摆擾扰敗败敵敌數数斂敛斷断於于時时晝昼暫暂曉晓曬晒書书" +
        "會会東东條条棄弃業业極极構构槍枪樂乐樓楼標标樣样樹树橋桥機机檢检檯台櫃柜歐欧歡欢歲岁歷历歸归殘残殺杀毀毁氈毡氣气汙污決决沒没況况涼凉淨净淺浅減减測测準准溫温滌涤滾滚滿满漬渍漲涨漿浆潔洁潤润澤泽濕湿瀏浏灣湾為为煩烦熱热燈灯燙烫營营爐炉爛烂爭争" +
        "爺爷爾尔牆墙牽牵狀状狹狭猶犹獎奖獨独現现瑪玛環环產产畢毕畫画異异當当療疗癢痒發发盤盘睜睁確确碼码禍祸禮礼種种稱称積积穩稳窮穷競竞筆笔節节範范簡简簽签籤签粵粤紀纪約约紅红紋纹級级細细終终組组結结絕绝絡络給给絨绒統统絲丝經经綠绿維维網网綿绵緊紧" +
        "線线編编緩缓縣县縫缝縮缩總总織织繫系繼继續续罵骂羅罗習习聯联聲声職职聽听肅肃脫脱腦脑腫肿腳脚膚肤膠胶臉脸臨临臺台與与興兴舊旧艙舱華华萬万葉叶蓋盖薦荐藍蓝藥药處处虛虚號号螢萤蟎螨術术衝冲裏里補补裡里褲裤襪袜襯衬見见規规視视親亲覺觉觸触訂订計计" +
        "訊讯記记訴诉診诊詐诈評评試试話话該该認认誠诚誤误說说誰谁調调請请論论謊谎講讲謝谢證证識识譯译議议護护讀读變变讓让貝贝負负貨货貪贪責责貴贵買买費费資资賓宾賠赔賣卖賤贱質质賬账賴赖購购贈赠贏赢趕赶趨趋車车軍军軟软較较輔辅輕轻輸输辦办辭辞農农這这" +
        "連连週周進进遊游運运過过達达遞递遠远適适遲迟選选遺遗還还邊边郵邮鄉乡鄰邻醜丑醫医釋释釦扣鈔钞鈕钮銀银銷销鋼钢錄录錢钱錯错錶表鍵键鎖锁鎮镇鏡镜鐘钟鑰钥長长門门閉闭開开間间閱阅闆板關关陰阴陸陆陽阳際际隨随險险隻只雖虽雙双雜杂離离難难雲云電电霧雾" +
        "靈灵靜静響响頁页項项順顺須须預预頭头頻频題题額额顏颜願愿類类顯显風风飄飘飛飞飯饭飲饮養养餓饿餘余館馆馬马騎骑騙骗騷骚驅驱驗验驚惊骯肮髏髅髒脏體体髮发鬆松鬚须鬧闹魚鱼鮮鲜鳥鸟鹽盐麗丽麥麦麼么黃黄點点黨党黴霉齊齐齡龄龍龙龜龟";

    private static readonly FrozenDictionary<char, char> Twins = Read();

    public static char Fold(char letter) => letter >= '\u4E00' && Twins.TryGetValue(letter, out var twin) ? twin : letter;

    private static FrozenDictionary<char, char> Read()
    {
        var twins = new Dictionary<char, char>();
        for (var i = 0; i + 1 < Pairs.Length; i += 2)
            twins.Add(Pairs[i], Pairs[i + 1]);
        return twins.ToFrozenDictionary();
    }
}
