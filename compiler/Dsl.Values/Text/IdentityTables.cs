// Characters that stand for others in the identity of names: radicals, compatibility ideographs, letters with marks.
// (string.Normalize does nothing where globalization is invariant.)
using System.Collections.Frozen;

namespace Dsl.Values.Text;

/// <summary>What a character stands for, by the canonical mappings of Unicode; made of its data, not by hand.</summary>
internal static class IdentityTables
{
    private const int FirstKangxi = 0x2F00, FirstCompatible = 0xF900, FirstSupplement = 0x2F800;

    // U+2F00 and on.
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支"
        + "攴文斗斤方无日曰月木"
        +
        "欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸"
        + "虍虫血行衣襾見角言谷"
        +
        "豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    // U+F900 and on; \0 where a character stands for itself.
    private const string Compatible =
        "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿"
        + "論壟弄籠聾牢磊賂雷壘"
        +
        "屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆"
        + "歷轢年憐戀撚漣煉璉秊"
        +
        "練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪"
        + "輪律慄栗率隆利吏履易"
        +
        "李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀\0\0塚\0晴\0\0凞猪益礼神祥福靖精羽\0蘒\0"
        + "諸\0\0逸都\0\0\0飯飼"
        +
        "館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵\0"
        + "舘\0\0並况全侀充冀勇"
        +
        "勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆"
        + "視調諸請謁諾諭謹變贈"
        +
        "輸遲醙鉶陼難靖韛響頋頻鬒龜\0\0\0㮝䀘䀹\0\0\0齃龎";

    // U+2F800 and on.
    private const string Supplement =
        "丽丸乁𠄢你侮侻倂偺備僧像㒞𠘺免兔兤具𠔜㒹內再𠕋冗冤仌冬况𩇟凵刃㓟刻剆割剷㔕勇勉勤勺包匆北卉卑博即卽卿卿卿𠨬灰及叟𠭣叫叱吆咞吸呈周咢"
        + "哶唐啓啣善善喙喫喳嗂"
        +
        "圖嘆圗噑噴切壮城埴堍型堲報墬𡓤売壷夆多夢奢𡚨𡛪姬娛娧姘婦㛮㛼嬈嬾嬾𡧈寃寘寧寳𡬘寿将当尢㞁屠屮峀岍𡷤嵃𡷦嵮嵫嵼巡巢㠯巽帨帽幩㡢𢆃㡼庰"
        + "庳庶廊𪎒廾𢌱𢌱舁弢弢"
        +
        "㣇𣊸𦇚形彫㣣徚忍志忹悁㤺㤜悔𢛔惇慈慌慎慌慺憎憲憤憯懞懲懶成戛扝抱拔捐𢬌挽拼捨掃揤𢯱搢揅掩㨮摩摾撝摷㩬敏敬𣀊旣書晉㬙暑㬈㫤冒冕最暜肭"
        + "䏙朗望朡杞杓𣏃㭉柺枅"
        +
        "桒梅𣑭梎栟椔㮝楂榣槪檨𣚣櫛㰘次𣢧歔㱎歲殟殺殻𣪍𡴋𣫺汎𣲼沿泍汧洖派海流浩浸涅𣴞洴港湮㴳滋滇𣻑淹潮𣽞𣾎濆瀹瀞瀛㶖灊災灷炭𠔥煅𤉣熜𤎫爨爵"
        + "牐𤘈犀犕𤜵𤠔獺王㺬玥"
        +
        "㺸㺸瑇瑜瑱璅瓊㼛甤𤰶甾𤲒異𢆟瘐𤾡𤾸𥁄㿼䀈直𥃳𥃲𥄙𥄳眞真真睊䀹瞋䁆䂖𥐝硎碌磌䃣𥘦祖𥚚𥛅福秫䄯穀穊穏𥥼𥪧𥪧竮䈂𥮫篆築䈧𥲀糒䊠糨糣紀𥾆絣"
        + "䌁緇縂繅䌴𦈨𦉇䍙𦋙罺"
        +
        "𦌾羕翺者𦓚𦔣聠𦖨聰𣍟䏕育脃䐋脾媵𦞧𦞵𣎓𣎜舁舄辞䑫芑芋芝劳花芳芽苦𦬼若茝荣莭茣莽菧著荓菊菌菜𦰶𦵫𦳕䔫蓱蓳蔖𧏊蕤𦼬䕝䕡𦾱𧃒䕫虐虜虧虩蚩"
        + "蚈蜎蛢蝹蜨蝫螆䗗蟡蠁"
        +
        "䗹衠衣𧙧裗裞䘵裺㒻𧢮𧥦䚾䛇誠諭變豕𧲨貫賁贛起𧼯𠠄跋趼跰𠣞軔輸𨗒𨗭邔郱鄑𨜮鄛鈸鋗鋘鉼鏹鐕𨯺開䦕閷𨵷䧦雃嶲霣𩅅𩈚䩮䩶韠𩐊䪲𩒖頋頋頩𩖶飢"
        + "䬳餩馧駂駾䯎𩬰鬒鱀鳽"
        +
        "䳎䳭鵧𪃎䳸𪄅𪈎𪊑麻䵖黹黾鼅鼏鼖鼻𪘀";

    // Radicals of simplified forms, as they come out of PDF files: each with the ideograph.
    private const string Radicals = "\u2EC4西\u2ECB车\u2ED3长\u2ED4门\u2ED8青\u2EDA页\u2EDB风\u2EDC飞\u2EDD食\u2EE2马\u2EE3骨\u2EE5鱼\u2EE6"
        + "鸟\u2EE7卤\u2EE8麦\u2EE9黄\u2EEC齐\u2EEE齿\u2EF0龙\u2EF3龟\u2EC5见\u2EC6角\u2EC9贝\u2EE4鬼\u2EA0民\u2EC1虎\u2E9F母";

    // Letters with a mark, each followed by the letter without: the mark first.
    private static readonly string[] Marked =
    [
        "\u0300ÀAÈEÌIÒOÙUàaèeìiòoùuǛÜǜüǸNǹnḔĒḕēṐŌṑōẀWẁwẦÂầâẰĂằăỀÊềêỒÔồôỜƠờơỪƯừưỲYỳy",
        "\u0301ÁAÉEÍIÓOÚUÝYáaéeíióoúuýyĆCćcĹLĺlŃNńnŔRŕrŚSśsŹZźzǗÜǘüǴGǵgǺÅǻåǼÆǽæǾØǿøḈÇḉçḖĒḗēḮÏḯïḰKḱkḾMḿmṌÕṍõṒŌṓōṔPṕpṸŨṹũẂWẃwẤÂấâẮĂắăẾÊếêỐ"
            + "ÔốôỚƠớơỨƯứư",
        "\u0302ÂAÊEÎIÔOÛUâaêeîiôoûuĈCĉcĜGĝgĤHĥhĴJĵjŜSŝsŴWŵwŶYŷyẐZẑzẬẠậạỆẸệẹỘỌộọ",
        "\u0303ÃAÑNÕOãañnõoĨIĩiŨUũuṼVṽvẪÂẫâẴĂẵăẼEẽeỄÊễêỖÔỗôỠƠỡơỮƯữưỸYỹy",
        "\u0304ĀAāaĒEēeĪIīiŌOōoŪUūuǕÜǖüǞÄǟäǠȦǡȧǢÆǣæǬǪǭǫȪÖȫöȬÕȭõȰȮȱȯȲYȳyḠGḡgḸḶḹḷṜṚṝṛ",
        "\u0306ĂAăaĔEĕeĞGğgĬIĭiŎOŏoŬUŭuḜȨḝȩẶẠặạ",
        "\u0307ĊCċcĖEėeĠGġgİIŻZżzȦAȧaȮOȯoḂBḃbḊDḋdḞFḟfḢHḣhṀMṁmṄNṅnṖPṗpṘRṙrṠSṡsṤŚṥśṦŠṧšṨṢṩṣṪTṫtẆWẇwẊXẋxẎYẏyẛſ",
        "\u0308ÄAËEÏIÖOÜUäaëeïiöoüuÿyŸYḦHḧhṎÕṏõṺŪṻūẄWẅwẌXẍxẗt",
        "\u0309ẢAảaẨÂẩâẲĂẳăẺEẻeỂÊểêỈIỉiỎOỏoỔÔổôỞƠởơỦUủuỬƯửưỶYỷy",
        "\u030AÅAåaŮUůuẘwẙy",
        "\u030BŐOőoŰUűu",
        "\u030CČCčcĎDďdĚEěeĽLľlŇNňnŘRřrŠSšsŤTťtŽZžzǍAǎaǏIǐiǑOǒoǓUǔuǙÜǚüǦGǧgǨKǩkǮƷǯʒǰjȞHȟh",
        "\u030FȀAȁaȄEȅeȈIȉiȌOȍoȐRȑrȔUȕu",
        "\u0311ȂAȃaȆEȇeȊIȋiȎOȏoȒRȓrȖUȗu",
        "\u031BƠOơoƯUưu",
        "\u0323ḄBḅbḌDḍdḤHḥhḲKḳkḶLḷlṂMṃmṆNṇnṚRṛrṢSṣsṬTṭtṾVṿvẈWẉwẒZẓzẠAạaẸEẹeỊIịiỌOọoỢƠợơỤUụuỰƯựưỴYỵy",
        "\u0324ṲUṳu",
        "\u0325ḀAḁa",
        "\u0326ȘSșsȚTțt",
        "\u0327ÇCçcĢGģgĶKķkĻLļlŅNņnŖRŗrŞSşsŢTţtȨEȩeḐDḑdḨHḩh",
        "\u0328ĄAąaĘEęeĮIįiŲUųuǪOǫo",
        "\u032DḒDḓdḘEḙeḼLḽlṊNṋnṰTṱtṶUṷu",
        "\u032EḪHḫh",
        "\u0330ḚEḛeḬIḭiṴUṵu",
        "\u0331ḆBḇbḎDḏdḴKḵkḺLḻlṈNṉnṞRṟrṮTṯtẔZẕzẖh",
        "\u3099がかぎきぐくげけごこざさじしずすぜせぞそだたぢちづつでてどとばはびひぶふべへぼほゔうゞゝガカギキグクゲケゴコザサジシズスゼセ"
            + "ゾソダタヂチヅツデテドトバハビヒブフベヘボホヴウヷワヸヰヹヱヺヲヾヽ",
        "\u309Aぱはぴひぷふぺへぽほパハピヒプフペヘポホ",
    ];

    private static readonly string[] SupplementIdeographs = [.. Supplement.EnumerateRunes().Select(static rune => rune.ToString())];

    private static readonly FrozenDictionary<char, string> Singles = MakeSingles();

    /// <summary>
    /// What a character of the basic plane stands for: an ideograph, or a letter and a mark; null where it stands for itself.
    /// </summary>
    public static string? Of(char character) => Singles.GetValueOrDefault(character);

    /// <summary>What a surrogate pair stands for; null where it stands for itself.</summary>
    public static string? Of(char high, char low) =>
        char.ConvertToUtf32(high, low) - FirstSupplement is >= 0 and var index && index < SupplementIdeographs.Length
            ? SupplementIdeographs[index]
            : null;

    private static FrozenDictionary<char, string> MakeSingles()
    {
        var singles = new Dictionary<char, string>();
        for (var i = 0; i < Kangxi.Length; i++)
            singles[(char)(FirstKangxi + i)] = Kangxi[i].ToString();
        for (var i = 0; i < Compatible.Length; i++)
        {
            if (Compatible[i] != '\0')
                singles[(char)(FirstCompatible + i)] = Compatible[i].ToString();
        }
        for (var i = 0; i < Radicals.Length; i += 2)
            singles[Radicals[i]] = Radicals[i + 1].ToString();
        foreach (var group in Marked)
        {
            for (var i = 1; i < group.Length; i += 2)
                singles[group[i]] = $"{group[i + 1]}{group[0]}";
        }
        return singles.ToFrozenDictionary();
    }
}
