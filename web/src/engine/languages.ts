/** What exports are written in: the letters beyond ASCII of each language, the most frequent first, and words and names that give it away. */

export interface Language {
  /** Lower case, by falling frequency in running text and names; our own reading of the languages' orthographies. */
  letters: string;
  /** Beginnings of words in headers and of names, currencies, domains; a dot is any one letter. */
  words: string;
  /** How much rarer its exports are than those of the encoding's main language: natural logarithm. */
  prior: number;
}

/** Words are separated by blanks. A word that two languages share stands in both: it decides between encodings, not languages. */
export const kLanguages = {
  german: {
    letters: 'üäöß',
    words:
      'bestell kunde datum betrag menge artikel preis rechnung liefer stra.e .de .at .ch chf j.rgen m.ller schmidt schneider fischer weber hans klaus wolfgang',
    prior: 0,
  },
  french: {
    letters: 'éèêàçôîâûùïëœæÿ',
    words:
      'commande montant quantit produit prix num.ro facture .fr .be jean pierre marie dupont martin dubois lef.vre fran.ois moreau',
    prior: 0,
  },
  spanish: {
    letters: 'óíáéñúü',
    words:
      'pedido cliente fecha importe cantidad producto precio art .es .mx .ar mxn garc.a jos. mar.a mart.nez l.pez fern.ndez gonz.lez rodr.guez carlos mu.oz pe.a',
    prior: 0,
  },
  portuguese: {
    letters: 'ãçáéíóõêâúàô',
    words:
      'pedido cliente data valor quantidade produto pre .pt .br brl jo.o silva santos oliveira souza pereira ferreira concei',
    prior: 0,
  },
  italian: {
    letters: 'àèìòùé',
    words:
      'ordine cliente data importo quantit prodotto prezzo .it rossi russo bianchi giuseppe giovanni marco luca francesca nicol',
    prior: 0,
  },
  dutch: {
    letters: 'ëéïüöè',
    words:
      'bestelling klant datum bedrag aantal prijs .nl .be jansen bakker visser pieter vander willem',
    prior: -0.3,
  },
  danish: {
    letters: 'øåæéö',
    words:
      'ordre kunde dato bel antal pris vare .dk .no dkk nok s.ren j.rgen hansen nielsen jensen andersen lars mette bj.rn k.benhavn',
    prior: -0.3,
  },
  swedish: {
    letters: 'äöåéü',
    words:
      'kund datum belopp antal pris vara .se .fi sek andersson johansson karlsson nilsson erik g.ran bj.rn .ke .sa',
    prior: -0.3,
  },
  icelandic: {
    letters: 'ðáíóéþöæúý',
    words: 'pontun dagsetning .is isk j.nsd.ttir gu.r gu.m sigur',
    prior: -2.5,
  },
  polish: {
    letters: 'łóęążśćńźżé',
    words:
      'zam klient data kwota ilo produkt cena nazw numer .pl pln kowalsk nowak wi.niewsk w.jcik d.browsk .ukasz pawe. ma.gorzata andrzej krzysztof agnieszka katarzyna piotr',
    prior: 0,
  },
  czech: {
    letters: 'áíéěřčžýšůúňťďó',
    words:
      'objedn z.kazn datum mno stvo cena zbo jm .cz czk nov.k novotn dvo..k svoboda ji.. tom.. pavel petr marie ru.i.ka pospi prague praha brno',
    prior: 0,
  },
  slovak: {
    letters: 'áíéčýžšúľťôňäďóŕĺ',
    words:
      'objedn z.kazn d.tum mno suma tovar meno .sk kov.. horv.th varga bratislava ko.ice peter zuzana',
    prior: -0.2,
  },
  hungarian: {
    letters: 'áéöóőüíúű',
    words:
      'rendel d.tum sz.m vev v.s.rl mennyis term .hu huf nagy kov.cs t.th szab horv.th varga kiss moln.r n.meth farkas erd.s sz.cs l.szl istv.n gy.r budapest',
    prior: 0,
  },
  romanian: {
    letters: 'ăîşţâșț',
    words:
      'comand dat cantitate produs pre sum nume .ro ron popescu ionescu ionu. .tefan gheorghe alexandru andrei bucure popa dumitru',
    prior: 0,
  },
  croatian: {
    letters: 'čšžćđ',
    words:
      'narud kupac datum iznos koli proizvod cijena ime naro stranka .hr .si .rs .ba rsd hrk kova. horvat babi. mari. juri. novak ivan marko petrov.. jovan nikola zagreb ljubljana beograd',
    prior: 0,
  },
  turkish: {
    letters: 'ıüşİğçöâî',
    words:
      'sipari m.teri tarih tutar adet fiyat .tr try y.lmaz kaya demir .ahin .elik y.ld.z .zt.rk do.an k.l. arslan ay.e mehmet mustafa ahmet fatma emre hasan h.seyin .brahim istanbul ankara',
    prior: 0,
  },
  lithuanian: {
    letters: 'ėšųįžąūčę',
    words:
      'u.sakym data kiekis kaina suma prek klient vardas .lt ltl kazlausk jankausk petrausk .ukausk jonas r.ta egl. vilnius kaunas',
    prior: 0,
  },
  latvian: {
    letters: 'āīēšūņļžķģčōŗ',
    words:
      'pas.t datums daudzums cena summa klients v.rds .lv lvl b.rzi kalni. ozoli liepi. j.nis k.rlis r.ga ilze',
    prior: 0,
  },
  estonian: {
    letters: 'äõüöšž',
    words:
      'tellimus kuup klient kogus hind summa nimi .ee eek tamm saar m.gi kask sepp tallinn tartu',
    prior: -0.8,
  },
  vietnamese: {
    letters: '\u0301đư\u0300\u0323ôâêơăàáã\u0309\u0303éèíìóòúùý',
    words: 'ng.y kh.ch s.n h.ng vnd .vn',
    prior: 0,
  },
  russian: {letters: 'оеаинтсрвлкмдпуяызьбгчйхжшюцщэфъё', words: '.ru rub .by .kz', prior: 0},
  ukrainian: {letters: 'оаниівтересклудмпьязбгчйхжїцшюєщфґ', words: '.ua uah', prior: -0.5},
  serbian: {letters: 'аиоенртсјкувпмдлзгбчцшжћхњђљфџ', words: '.rs rsd .mk .bg bgn', prior: -0.8},
  bulgarian: {letters: 'аиеонтрсвлкдпмзъубгяцчщжшфхйью', words: '.bg bgn', prior: -0.3},
  greek: {letters: 'αοιετσνηυρπκμλςωίόάέγδήχθύφβώξζψϊϋΐΰ', words: '.gr .cy', prior: 0},
  hebrew: {letters: 'יוהלאתרמבשנכדקעםגפחזסטצןךףץ', words: '.il ils nis', prior: 0},
  arabic: {
    letters: 'الينمتروبةعدسفهكقحجأشصطذخىإضغثءئزظآؤًٌٍَُِّْـ',
    words: '.sa .ae .eg sar aed egp kwd',
    prior: 0,
  },
  persian: {letters: 'اینردمهوتبسشلکزفگخقپعجحآچصطغضذثظژئيك', words: '.ir irr', prior: -1},
  thai: {
    letters: 'านรอกเง่มยลวดท้สตะปิบคหแัีจขใไ์พชโุูผึำถณซศธภษญฐฟ็ฉื๊๋ฝฮฆฎฏฒฬๆฯ',
    words: '.th thb',
    prior: 0,
  },
} satisfies Record<string, Language>;

export type LanguageName = keyof typeof kLanguages;

export interface SingleByte {
  encoding: string;
  languages: readonly LanguageName[];
  /** How much rarer it is than Windows-1252: natural logarithm. */
  prior: number;
}

const kWestern = [
  'german',
  'french',
  'spanish',
  'portuguese',
  'italian',
  'dutch',
  'danish',
  'swedish',
  'icelandic',
] as const;
const kCentral = [
  'polish',
  'czech',
  'slovak',
  'hungarian',
  'romanian',
  'croatian',
  'german',
] as const;
const kCyrillic = ['russian', 'ukrainian', 'serbian', 'bulgarian'] as const;

/** One byte is one character. */
export const kSingleBytes: readonly SingleByte[] = [
  {encoding: 'windows-1252', languages: kWestern, prior: 0},
  {encoding: 'windows-1250', languages: kCentral, prior: -0.7},
  {encoding: 'windows-1251', languages: kCyrillic, prior: -0.5},
  {encoding: 'windows-1253', languages: ['greek'], prior: -0.7},
  {encoding: 'windows-1254', languages: ['turkish', 'german'], prior: -0.9},
  {encoding: 'windows-1255', languages: ['hebrew'], prior: -0.7},
  {encoding: 'windows-1256', languages: ['arabic', 'persian'], prior: -0.7},
  {encoding: 'windows-1257', languages: ['lithuanian', 'latvian', 'estonian'], prior: -1.2},
  {encoding: 'windows-1258', languages: ['vietnamese'], prior: -2},
  {encoding: 'windows-874', languages: ['thai'], prior: -1},
  {encoding: 'iso-8859-2', languages: kCentral, prior: -2},
  {encoding: 'iso-8859-5', languages: kCyrillic, prior: -4},
  {encoding: 'iso-8859-6', languages: ['arabic'], prior: -3},
  {encoding: 'iso-8859-7', languages: ['greek'], prior: -3},
  {encoding: 'iso-8859-15', languages: kWestern, prior: -2.5},
  {encoding: 'koi8-r', languages: ['russian', 'bulgarian'], prior: -2.5},
  {encoding: 'koi8-u', languages: ['ukrainian'], prior: -3},
  {encoding: 'ibm866', languages: kCyrillic, prior: -2.5},
  {encoding: 'macintosh', languages: kWestern, prior: -2.5},
  {encoding: 'x-mac-cyrillic', languages: kCyrillic, prior: -4},
];

/** Characters that orders are full of: headers, states of an order, addresses, surnames and the commonest words. */
export const kSimplified =
  '的一是不了在人有我他这中大来上个国为和地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运' +
  '订单编号买付款额收货址商标宝贝邮费状态支联系话联备注店铺快递省县街室号楼村镇退闭卖家户价销售优惠券积分客姓姓名李王张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙雷钱汤尹黎易常武乔贺赖龚文伟芳娜敏静丽强磊军洋勇艳杰娟涛超秀霞平刚桂英华玉萍红建春丽梅燕浙广州深圳杭苏沪川渝湖闽赣皖津冀鲁豫陕甘宁青茶咖啡杯袋盒瓶装包件套码颜尺寸黑蓝绿银手冲豆纸巾挂耳示例';

export const kTraditional =
  '的一是不了在人有我他這中大來上個國為和地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應向頭文體美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指許統區保至社便空書非則白界放強難且思王完設式色路記南品住告類求據程北邊張該交規萬取格望領共確傳師清今讓帶運' +
  '訂單編號買付款額收貨址商標郵費狀態支聯繫絡備註店鋪快遞省縣街室號樓村鎮退賣客戶價銷售優惠券積分姓李王張劉陳楊趙黃周吳徐孫胡朱林何郭羅梁宋鄭謝韓唐馮董蕭曹袁鄧許沈呂蘇盧蔣蔡葉潘杜戴夏鐘汪田姜范方石姚譚廖鄒熊陸郝孔崔康邱秦江史顧侯邵孟龍雷錢湯黎臺台灣北桃園新竹中彰投雲嘉義南高雄屏宜蘭花蓮香港茶咖啡杯袋盒瓶裝包套碼顏尺寸黑藍綠銀淑芬美惠雅婷怡君志明家豪俊傑建宏';

export const kJapanese =
  '日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西勢減台広容必応演電歳住争談能無再位置企真流格有口過局少放税検藤町常校料沢裁状工建語球営空職証土与急止送援供可役構木割聞身費付施切由説転食比難防補車優夫研収断井何南石足違消境神番規術護展態導鮮備宅害配副算視条幹独警宮究育席輸訪楽起万着乗店述残想線率病農州武声質念待試族象銀域助労例衛然早張映限親額監環験追審商葉義伝働形景落欧担好退準賞訴辺造英被株頭技低毎医復仕去姿味負閣韓渡失移差衆個門写評課末守若脳極種美岡影命含福蔵量望松非撃佐核観察整段横融型白深字答夜製票況音申様財港識注呼渉達' +
  '注文番号顧客様氏名住所郵便電話商品金額数量単価合計支払方法送料税込発送状態備考茶珈琲袋箱佐藤鈴木高橋田中伊藤渡辺山本中村小林加藤吉田山田佐々木口松井上清水斎崎森池橋阿石川長谷前岡後近藤太郎花子恵美健一';

/** Hangul syllables. */
export const kKorean =
  '이다는의에가을고하한지로를기은사도서자인나시어리과정대아해그일스부보수제전라들여주장상구으니만소방조안간중년당선회되원공국유신마세성위트비발동개문관생경었오무게합김용있연치적불모내진우분실물계양재분가체실적미학교남강후영현까습했많때같산습니것더요명말던' +
  '주문번호고객명이름상품금액수량단가결제일자날짜주소전화배송상태완료취소환불서울부산대구인천광주경기도시구동로길김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류진지엄채원천방공현함변염여추도석선설마길연위표명기반왕금옥육인맹제모탁국어은편용커피원두차잔개세트';
