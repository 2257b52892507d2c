/** Small exports in many languages, header and five rows, of invented people. */
export interface ForeignShop {
  language: string;
  encodings: readonly string[];
  text: string;
}

const rows = (header: string, ...lines: string[]) => `${[header, ...lines].join('\r\n')}\r\n`;

export const kForeignShops: readonly ForeignShop[] = [
  {
    language: 'German',
    encodings: ['windows-1252', 'macintosh'],
    text: rows(
      'Bestellnummer;Datum;Kunde;Artikel;Betrag',
      '1001;14.03.2024;Jürgen Müller;Schlüsselanhänger;12,50 €',
      '1002;15.03.2024;Käthe Groß;Tee;8,00 €',
      '1003;15.03.2024;Jan Böhm;Kaffee;9,90 €',
      '1004;16.03.2024;Uwe Weiß;Tee;8,00 €',
      '1005;17.03.2024;Jörg Schröder;Käse;19,00 €',
    ),
  },
  {
    language: 'French',
    encodings: ['windows-1252', 'macintosh'],
    text: rows(
      'Numéro de commande;Date;Client;Article;Montant payé',
      '1;02/03/2024;François Lefèvre;Thé à la menthe;12,50',
      '2;03/03/2024;Hélène Noël;Café;8,00',
      '3;04/03/2024;Zoé Gauthier;Crème brûlée;7,50',
      '4;05/03/2024;Jean Martin;Savon d\u2019Alep;4,00',
      '5;06/03/2024;Anaïs Bénard;Gâteau;9,00',
    ),
  },
  {
    language: 'Spanish',
    encodings: ['windows-1252'],
    text: rows(
      'Pedido,Fecha,Cliente,Artículo,Importe',
      '1,2024-03-01,José Muñoz,Café,4.50',
      '2,2024-03-02,María López,Té,3.00',
      '3,2024-03-02,Ana García,Pan,2.00',
      '4,2024-03-03,Íñigo Peña,Café,4.50',
      '5,2024-03-04,Raúl Núñez,Té,3.00',
    ),
  },
  {
    language: 'Swedish',
    encodings: ['windows-1252'],
    text: rows(
      'Ordernummer;Datum;Kund;Vara;Belopp',
      '1;2024-03-01;Björn Åkesson;Kaffe;45,00',
      '2;2024-03-01;Åsa Öberg;Te;30,00',
      '3;2024-03-02;Göran Ek;Bröd;25,00',
      '4;2024-03-02;Märta Lind;Te;30,00',
      '5;2024-03-03;Karin Ström;Kaffe;45,00',
    ),
  },
  {
    language: 'Polish',
    encodings: ['windows-1250', 'iso-8859-2'],
    text: rows(
      'Numer zamówienia;Data;Klient;Produkt;Kwota',
      '1;2024-03-01;Łukasz Wiśniewski;Książka;25,00',
      '2;2024-03-02;Małgorzata Dąbrowska;Herbata;12,00',
      '3;2024-03-02;Paweł Żuk;Kawa;18,00',
      '4;2024-03-03;Zofia Król;Świeca;30,00',
      '5;2024-03-04;Michał Źrebiec;Książka;25,00',
    ),
  },
  {
    language: 'Czech',
    encodings: ['windows-1250', 'iso-8859-2'],
    text: rows(
      'Číslo objednávky;Datum;Zákazník;Zboží;Částka',
      '1;1.3.2024;Jiří Dvořák;Čaj;120,00',
      '2;2.3.2024;Lucie Nováková;Káva;90,00',
      '3;3.3.2024;Tomáš Růžička;Hrnek;150,00',
      '4;4.3.2024;Šárka Malá;Čaj;120,00',
      '5;5.3.2024;Ondřej Žák;Svíčka;80,00',
    ),
  },
  {
    language: 'Hungarian',
    encodings: ['windows-1250'],
    text: rows(
      'Rendelésszám;Dátum;Vevő;Termék;Összeg',
      '1;2024.03.01;Szőke Gergő;Kávé;2500',
      '2;2024.03.02;Kovács Éva;Tea;1800',
      '3;2024.03.02;Szűcs Ágnes;Könyv;4200',
      '4;2024.03.03;Tóth Béla;Kávé;2500',
      '5;2024.03.04;Erdős Pál;Tea;1800',
    ),
  },
  {
    language: 'Croatian',
    encodings: ['windows-1250'],
    text: rows(
      'Narudžba;Datum;Kupac;Proizvod;Iznos',
      '1;01.03.2024;Ivan Horvatić;Čaj;12,50',
      '2;02.03.2024;Željka Babić;Kava;8,00',
      '3;02.03.2024;Đuro Šimić;Med;15,00',
      '4;03.03.2024;Ana Kovačević;Čaj;12,50',
      '5;04.03.2024;Luka Žagar;Kava;8,00',
    ),
  },
  {
    language: 'Russian',
    encodings: ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'],
    text: rows(
      'Номер заказа;Дата;Покупатель;Товар;Сумма',
      '1;01.03.2024;Иван Петров;Чай;250,00',
      '2;02.03.2024;Мария Смирнова;Кофе;410,00',
      '3;02.03.2024;Ольга Кузнецова;Кружка;600,00',
      '4;03.03.2024;Сергей Попов;Чай;250,00',
      '5;04.03.2024;Елена Волкова;Мёд;380,00',
    ),
  },
  {
    language: 'Ukrainian',
    encodings: ['windows-1251', 'koi8-u'],
    text: rows(
      'Номер замовлення;Дата;Покупець;Товар;Сума',
      '1;01.03.2024;Іван Шевченко;Чай;250,00',
      '2;02.03.2024;Марія Коваленко;Кава;410,00',
      '3;02.03.2024;Олена Їжакевич;Мед;600,00',
      '4;03.03.2024;Сергій Бойко;Чай;250,00',
      '5;04.03.2024;Євген Ткаченко;Кава;380,00',
    ),
  },
  {
    language: 'Greek',
    encodings: ['windows-1253'],
    text: rows(
      'Αριθμός παραγγελίας;Ημερομηνία;Πελάτης;Προϊόν;Ποσό',
      '1;01/03/2024;Γιώργος Παπαδόπουλος;Ελαιόλαδο;12,50',
      '2;02/03/2024;Άννα Νικολάου;Καφές;3,00',
      '3;02/03/2024;Νίκος Γεωργίου;Μέλι;8,00',
      '4;03/03/2024;Ελένη Δήμου;Τσάι;4,00',
      '5;04/03/2024;Μαρία Ιωάννου;Καφές;3,00',
    ),
  },
  {
    language: 'Turkish',
    encodings: ['windows-1254'],
    text: rows(
      'Sipariş No;Tarih;Müşteri;Ürün;Tutar',
      '1;01.03.2024;Ayşe Yılmaz;Çay;45,00',
      '2;02.03.2024;Mehmet Şahin;Kahve;60,00',
      '3;02.03.2024;Gülşen Doğan;Fincan;120,00',
      '4;03.03.2024;İbrahim Çelik;Çay;45,00',
      '5;04.03.2024;Özge Kılıç;Kahve;60,00',
    ),
  },
  {
    language: 'Hebrew',
    encodings: ['windows-1255'],
    text: rows(
      'מספר הזמנה,תאריך,לקוח,מוצר,סכום',
      '1,2024-03-01,דוד כהן,תה,25.00',
      '2,2024-03-02,רחל לוי,קפה,18.00',
      '3,2024-03-02,יוסי מזרחי,דבש,40.00',
      '4,2024-03-03,שרה פרץ,תה,25.00',
      '5,2024-03-04,נועה אברהם,קפה,18.00',
    ),
  },
  {
    language: 'Arabic',
    encodings: ['windows-1256'],
    text: rows(
      'رقم الطلب,التاريخ,العميل,المنتج,المبلغ',
      '1,2024-03-01,أحمد علي,شاي,25.00',
      '2,2024-03-02,فاطمة حسن,قهوة,18.00',
      '3,2024-03-02,محمد خالد,عسل,40.00',
      '4,2024-03-03,سارة محمود,شاي,25.00',
      '5,2024-03-04,ليلى يوسف,قهوة,18.00',
    ),
  },
  {
    language: 'Lithuanian',
    encodings: ['windows-1257'],
    text: rows(
      'Užsakymo numeris;Data;Klientas;Prekė;Suma',
      '1;2024-03-01;Jonas Žukauskas;Arbata;12,50',
      '2;2024-03-02;Rūta Šimkutė;Kava;8,00',
      '3;2024-03-02;Eglė Jankauskienė;Medus;9,00',
      '4;2024-03-03;Darius Čepas;Arbata;12,50',
      '5;2024-03-04;Ąžuolas Petrauskas;Kava;8,00',
    ),
  },
  {
    language: 'Latvian',
    encodings: ['windows-1257'],
    text: rows(
      'Pasūtījums;Datums;Klients;Prece;Summa',
      '1;2024-03-01;Jānis Bērziņš;Tēja;12,50',
      '2;2024-03-02;Līga Kalniņa;Kafija;8,00',
      '3;2024-03-02;Ilze Ozoliņa;Medus;9,00',
      '4;2024-03-03;Māris Krūmiņš;Tēja;12,50',
      '5;2024-03-04;Kārlis Šmits;Kafija;8,00',
    ),
  },
  {
    language: 'Vietnamese',
    encodings: ['windows-1258'],
    text: rows(
      'Mã đơn hàng,Ngày,Khách hàng,Sản phẩm,Số tiền',
      '1,01/03/2024,Nguyễn Văn An,Cà phê,45000',
      '2,02/03/2024,Trần Thị Bình,Trà,30000',
      '3,02/03/2024,Lê Hoàng Đức,Bánh mì,25000',
      '4,03/03/2024,Phạm Thu Hương,Trà,30000',
      '5,04/03/2024,Võ Minh Tuấn,Cà phê sữa,50000',
    ),
  },
  {
    language: 'Thai',
    encodings: ['windows-874'],
    text: rows(
      'หมายเลขคำสั่งซื้อ,วันที่,ลูกค้า,สินค้า,ยอดรวม',
      '1,2024-03-01,สมชาย ใจดี,ชาเขียว,120',
      '2,2024-03-02,สมหญิง รักไทย,กาแฟ,90',
      '3,2024-03-02,มานะ ทองคำ,น้ำผึ้ง,250',
      '4,2024-03-03,วิภา สุขใจ,ชาเขียว,120',
      '5,2024-03-04,ประยุทธ แก้วใส,กาแฟ,90',
    ),
  },
  {
    language: 'Simplified Chinese',
    encodings: ['gb18030'],
    text: rows(
      '订单编号,下单时间,买家昵称,商品名称,实付金额',
      '1,2024-03-01,王小明,龙井茶,98.00',
      '2,2024-03-02,李芳,咖啡豆,68.00',
      '3,2024-03-02,张伟,马克杯,35.00',
      '4,2024-03-03,刘洋,龙井茶,98.00',
      '5,2024-03-04,陈静,滤纸,25.00',
    ),
  },
  {
    language: 'Traditional Chinese',
    encodings: ['big5'],
    text: rows(
      '訂單編號,訂購日期,顧客姓名,商品名稱,付款金額',
      '1,2024-03-01,陳志明,烏龍茶,350',
      '2,2024-03-02,林淑芬,咖啡豆,420',
      '3,2024-03-02,黃建宏,馬克杯,180',
      '4,2024-03-03,張雅婷,烏龍茶,350',
      '5,2024-03-04,許功蓋,濾紙,90',
    ),
  },
  {
    language: 'Japanese',
    encodings: ['shift_jis', 'euc-jp'],
    text: rows(
      '注文番号,注文日,お客様名,商品名,金額',
      '1,2024/03/01,佐藤健,コーヒー豆,1200',
      '2,2024/03/02,鈴木花子,緑茶,800',
      '3,2024/03/02,高橋一郎,マグカップ,1500',
      '4,2024/03/03,田中美咲,緑茶,800',
      '5,2024/03/04,渡辺翔,表計算ノート,600',
    ),
  },
  {
    language: 'Korean',
    encodings: ['euc-kr'],
    text: rows(
      '주문번호,주문일자,고객명,상품명,결제금액',
      '1,2024-03-01,김민수,커피원두,15000',
      '2,2024-03-02,이서연,녹차,9000',
      '3,2024-03-02,박지훈,머그컵,12000',
      '4,2024-03-03,최수빈,녹차,9000',
      '5,2024-03-04,정하늘,커피필터,4000',
    ),
  },
];
