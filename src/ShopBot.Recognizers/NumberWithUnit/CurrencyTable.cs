namespace Microsoft.Recognizers.Text.NumberWithUnit;

/// <summary>The currencies of the world, as they are called in English.</summary>
internal static class CurrencyTable
{
    /// <summary>
    /// Code (- for none) | name | adjectives; nouns | signs | parts. Every adjective goes with every noun; * means the noun by itself.
    /// A part is in hundredths unless told otherwise.
    /// </summary>
    public const string Currencies = """
        AED | United Arab Emirates dirham | uae, emirati, emirates, united arab emirates; dirham, dirhams | dhs | fils
        AFN | Afghan afghani | *, afghan; afghani, afghanis | ؋ | pul
        ALL | Albanian lek | *, albanian; lek, leke, lekë | | qindarka
        AMD | Armenian dram | armenian; dram, drams | ֏ | luma
        ANG | Netherlands Antillean guilder | netherlands antillean; guilder, guilders | naƒ | cent
        AOA | Angolan kwanza | *, angolan; kwanza, kwanzas | | cêntimo
        ARS | Argentine peso | argentine, argentinian, argentina; peso, pesos | ar$ | centavo
        AUD | Australian dollar | australian, aussie, australia; dollar, dollars | a$, au$, aus$, aud$ | cent
        AWG | Aruban florin | aruban; florin, florins | | cent
        AZN | Azerbaijani manat | azerbaijani, azeri; manat, manats | ₼ | qəpik
        BAM | Bosnia and Herzegovina convertible mark | bosnia and herzegovina, bosnian; convertible mark, convertible marks, mark, marks | | fening
        BBD | Barbadian dollar | barbadian, barbados, bajan; dollar, dollars | bds$ | cent
        BDT | Bangladeshi taka | *, bangladeshi; taka, takas | ৳ | poisha
        BGN | Bulgarian lev | bulgarian; lev, leva, levs | лв | stotinka
        BHD | Bahraini dinar | bahraini, bahrain; dinar, dinars | bd | fils:1000
        BIF | Burundian franc | burundian, burundi; franc, francs | | centime
        BMD | Bermudian dollar | bermudian, bermuda; dollar, dollars | bd$ | cent
        BND | Brunei dollar | brunei; dollar, dollars | b$ | cent, sen
        BOB | Bolivian boliviano | *, bolivian; boliviano, bolivianos | | centavo
        BRL | Brazilian real | brazilian, brazil; real, reals, reais; *; reais | r$, brl$ | centavo
        BSD | Bahamian dollar | bahamian, bahamas; dollar, dollars | | cent
        BTN | Bhutanese ngultrum | *, bhutanese; ngultrum, ngultrums | nu. | chetrum
        BWP | Botswana pula | botswana; pula | | thebe
        BYN | Belarusian ruble | belarusian, belarus; ruble, rubles, rouble, roubles | br. | kopek
        BZD | Belize dollar | belize; dollar, dollars | bz$ | cent
        CAD | Canadian dollar | canadian, canada; dollar, dollars | c$, ca$, can$, cad$, cdn$ | cent
        CDF | Congolese franc | congolese; franc, francs | | centime
        CHF | Swiss franc | swiss; franc, francs | sfr, sfr. | centime, rappen
        CLP | Chilean peso | chilean, chile; peso, pesos | clp$ | centavo
        CNY | Chinese yuan | chinese; yuan, renminbi, rmb; *; yuan, yuans, renminbi, rmb, 元 | ¥, ￥, cn¥, rmb¥ | jiao:10, fen
        COP | Colombian peso | colombian, colombia; peso, pesos | col$ | centavo
        CRC | Costa Rican colón | costa rican; colón, colon, colones, colons | ₡ | céntimo
        CUC | Cuban convertible peso | cuban convertible; peso, pesos | cuc$ | centavo
        CUP | Cuban peso | cuban; peso, pesos | | centavo
        CVE | Cape Verdean escudo | cape verdean; escudo, escudos | | centavo
        CZK | Czech koruna | *; koruna, korunas, koruny; czech; koruna, korunas, koruny, crown, crowns | kč | haléř
        DJF | Djiboutian franc | djiboutian, djibouti; franc, francs | fdj | centime
        DKK | Danish krone | danish; krone, kroner, crown, crowns | | øre
        DOP | Dominican peso | dominican; peso, pesos | rd$ | centavo
        DZD | Algerian dinar | algerian; dinar, dinars | | santeem
        EGP | Egyptian pound | egyptian, egypt; pound, pounds | e£, le | piastre
        ERN | Eritrean nakfa | *, eritrean; nakfa, nakfas | | cent
        ETB | Ethiopian birr | *, ethiopian; birr, birrs | | santim
        EUR | Euro | *; euro, euros | €, eur€ | cent
        FJD | Fijian dollar | fijian, fiji; dollar, dollars | fj$ | cent
        FKP | Falkland Islands pound | falkland islands, falkland; pound, pounds | fk£ | penny
        GBP | British pound | british, uk, u.k., great britain, english; pound, pounds; *; pound sterling, pounds sterling, sterling pound, sterling pounds | gb£, uk£ | penny
        GEL | Georgian lari | *, georgian; lari, laris | ₾ | tetri
        GHS | Ghanaian cedi | *, ghanaian, ghana; cedi, cedis | ₵, gh₵ | pesewa
        GIP | Gibraltar pound | gibraltar; pound, pounds | | penny
        GMD | Gambian dalasi | *, gambian; dalasi, dalasis | | butut
        GNF | Guinean franc | guinean; franc, francs | fg | centime
        GTQ | Guatemalan quetzal | *, guatemalan; quetzal, quetzals, quetzales | | centavo
        GYD | Guyanese dollar | guyanese, guyana; dollar, dollars | gy$ | cent
        HKD | Hong Kong dollar | hong kong, hk; dollar, dollars | hk$, hkd$ | cent
        HNL | Honduran lempira | *, honduran; lempira, lempiras | | centavo
        HRK | Croatian kuna | *, croatian; kuna, kunas | | lipa
        HTG | Haitian gourde | *, haitian; gourde, gourdes | | centime
        HUF | Hungarian forint | *, hungarian; forint, forints | ft | fillér
        IDR | Indonesian rupiah | *, indonesian, indonesia; rupiah, rupiahs | rp, rp. | sen
        ILS | Israeli new shekel | *, israeli, israeli new, new israeli; shekel, shekels, sheqel, sheqalim | ₪, nis | agora
        INR | Indian rupee | indian, india; rupee, rupees | ₹, inr₹ | paisa
        IQD | Iraqi dinar | iraqi, iraq; dinar, dinars | | fils:1000
        IRR | Iranian rial | iranian, iran; rial, rials | | dinar
        ISK | Icelandic króna | icelandic; króna, krona, krónur, kronur, crown, crowns | | eyrir
        JMD | Jamaican dollar | jamaican, jamaica; dollar, dollars | j$, ja$ | cent
        JOD | Jordanian dinar | jordanian, jordan; dinar, dinars | | piastre, fils:1000
        JPY | Japanese yen | *, japanese, japan; yen, yens | jp¥, jpy¥ | sen
        KES | Kenyan shilling | kenyan, kenya; shilling, shillings | ksh, ksh. | cent
        KGS | Kyrgyzstani som | kyrgyzstani, kyrgyz; som, soms | | tyiyn
        KHR | Cambodian riel | *, cambodian; riel, riels | ៛ | sen
        KMF | Comorian franc | comorian; franc, francs | | centime
        KPW | North Korean won | north korean; won | | chon
        KRW | South Korean won | *, korean, south korean; won | ₩, ￦, kr₩ | jeon
        KWD | Kuwaiti dinar | kuwaiti, kuwait; dinar, dinars | kd | fils:1000
        KYD | Cayman Islands dollar | cayman islands, cayman; dollar, dollars | ci$ | cent
        KZT | Kazakhstani tenge | *, kazakhstani, kazakh; tenge, tenges | ₸ | tiyn
        LAK | Lao kip | *, lao, laotian; kip, kips | ₭, ₭n | att
        LBP | Lebanese pound | lebanese, lebanon; pound, pounds | l£ | piastre
        LKR | Sri Lankan rupee | sri lankan, sri lanka; rupee, rupees | ரூ, රු | cent
        LRD | Liberian dollar | liberian, liberia; dollar, dollars | l$ | cent
        LSL | Lesotho loti | *, lesotho; loti, maloti | | sente
        LYD | Libyan dinar | libyan, libya; dinar, dinars | ld | dirham:1000
        MAD | Moroccan dirham | moroccan, morocco; dirham, dirhams | | centime
        MDL | Moldovan leu | moldovan; leu, lei | | ban
        MGA | Malagasy ariary | *, malagasy; ariary | | iraimbilanja
        MKD | Macedonian denar | *, macedonian; denar, denars, denari | | deni
        MMK | Burmese kyat | *, burmese, myanmar; kyat, kyats | | pya
        MNT | Mongolian tögrög | *, mongolian; tögrög, tugrik, tugriks, tugrug | ₮ | möngö
        MOP | Macanese pataca | *, macanese, macau, macao; pataca, patacas | mop$ | sin
        MRU | Mauritanian ouguiya | *, mauritanian; ouguiya, ouguiyas | um | khoums
        MUR | Mauritian rupee | mauritian, mauritius; rupee, rupees | | cent
        MVR | Maldivian rufiyaa | *, maldivian; rufiyaa, rufiyaas | mrf, rf. | laari
        MWK | Malawian kwacha | malawian, malawi; kwacha, kwachas | mk | tambala
        MXN | Mexican peso | mexican, mexico; peso, pesos | mex$, mx$, mxn$ | centavo
        MYR | Malaysian ringgit | *, malaysian, malaysia; ringgit, ringgits; malaysian; dollar, dollars | rm | sen, cent
        MZN | Mozambican metical | *, mozambican; metical, meticals, meticais | mtn | centavo
        NAD | Namibian dollar | namibian, namibia; dollar, dollars | n$ | cent
        NGN | Nigerian naira | *, nigerian, nigeria; naira, nairas | ₦ | kobo
        NIO | Nicaraguan córdoba | *, nicaraguan; córdoba, cordoba, cordobas, córdobas | | centavo
        NOK | Norwegian krone | norwegian, norway; krone, kroner, crown, crowns | | øre
        NPR | Nepalese rupee | nepalese, nepali, nepal; rupee, rupees | | paisa
        NZD | New Zealand dollar | new zealand, nz, kiwi; dollar, dollars | nz$, nzd$ | cent
        OMR | Omani rial | omani, oman; rial, rials | | baisa:1000
        PAB | Panamanian balboa | *, panamanian; balboa, balboas | b/. | centésimo
        PEN | Peruvian sol | peruvian, peru; sol, soles, nuevo sol, nuevos soles | s/. | céntimo
        PGK | Papua New Guinean kina | papua new guinean, papua new guinea; kina, kinas | | toea
        PHP | Philippine peso | philippine, filipino; peso, pesos | ₱, ph₱ | sentimo, centavo
        PKR | Pakistani rupee | pakistani, pakistan; rupee, rupees | | paisa
        PLN | Polish złoty | *, polish; złoty, złotys, zloty, zlotys, zlotych, złotych | zł | grosz
        PYG | Paraguayan guaraní | *, paraguayan; guaraní, guarani, guaranis, guaraníes | ₲ | céntimo
        QAR | Qatari riyal | qatari, qatar; riyal, riyals, rial, rials | qr | dirham
        RON | Romanian leu | romanian; leu, lei | | ban
        RSD | Serbian dinar | serbian, serbia; dinar, dinars | | para
        RUB | Russian ruble | russian, russia; ruble, rubles, rouble, roubles | ₽ | kopek
        RWF | Rwandan franc | rwandan, rwanda; franc, francs | | centime
        SAR | Saudi riyal | saudi, saudi arabian, saudi arabia; riyal, riyals, rial, rials | ﷼ | halala
        SBD | Solomon Islands dollar | solomon islands, solomon; dollar, dollars | si$ | cent
        SCR | Seychellois rupee | seychellois, seychelles; rupee, rupees | | cent
        SDG | Sudanese pound | sudanese, sudan; pound, pounds | | piastre
        SEK | Swedish krona | swedish, sweden; krona, kronor, krone, crown, crowns | | öre
        SGD | Singapore dollar | singapore, singaporean, sing; dollar, dollars | s$, sg$, sgd$ | cent
        SHP | Saint Helena pound | saint helena, st helena; pound, pounds | | penny
        SLL | Sierra Leonean leone | *, sierra leonean, sierra leone; leone, leones | | cent
        SOS | Somali shilling | somali, somalia; shilling, shillings | | cent
        SRD | Surinamese dollar | surinamese, suriname; dollar, dollars | sr$ | cent
        SSP | South Sudanese pound | south sudanese; pound, pounds | | piastre
        STN | São Tomé and Príncipe dobra | *, são tomé and príncipe, sao tome and principe; dobra, dobras | | cêntimo
        SYP | Syrian pound | syrian, syria; pound, pounds | | piastre
        SZL | Swazi lilangeni | *, swazi; lilangeni, emalangeni | | cent
        THB | Thai baht | *, thai, thailand; baht, bahts | ฿ | satang
        TJS | Tajikistani somoni | *, tajikistani, tajik; somoni, somonis | | diram
        TMT | Turkmenistan manat | turkmenistan, turkmen; manat, manats | | tennesi
        TND | Tunisian dinar | tunisian, tunisia; dinar, dinars | | millime:1000
        TOP | Tongan paʻanga | *, tongan; paʻanga, paanga, pa'anga | t$ | seniti
        TRY | Turkish lira | turkish, turkey; lira, liras, lire | ₺ | kuruş
        TTD | Trinidad and Tobago dollar | trinidad and tobago, trinidad; dollar, dollars | tt$ | cent
        TWD | New Taiwan dollar | new taiwan, taiwan, taiwanese, nt; dollar, dollars | nt$, ntd$, ntd | cent
        TZS | Tanzanian shilling | tanzanian, tanzania; shilling, shillings | tsh | cent
        UAH | Ukrainian hryvnia | *, ukrainian, ukraine; hryvnia, hryvnias, hryvnya, hryvni | ₴ | kopiyka
        UGX | Ugandan shilling | ugandan, uganda; shilling, shillings | ush | cent
        USD | United States dollar | us, u.s., american, united states, usa; dollar, dollars; us, u.s.; buck, bucks | us$, usd$, u.s.$ | cent
        UYU | Uruguayan peso | uruguayan, uruguay; peso, pesos | $u | centésimo
        UZS | Uzbekistani soʻm | uzbekistani, uzbek; soʻm, so'm, som, soms, sum | | tiyin
        VES | Venezuelan bolívar | *, venezuelan; bolívar, bolivar, bolivars, bolivares, bolívares | bs., bs.f | céntimo
        VND | Vietnamese dong | *, vietnamese, vietnam; dong, dongs, đồng | ₫ | hao:10, xu
        VUV | Vanuatu vatu | *, vanuatu; vatu, vatus | |
        WST | Samoan tālā | samoan; tālā, tala, talas | ws$ | sene
        XAF | Central African CFA franc | central african cfa, central african; franc, francs | fcfa | centime
        XCD | Eastern Caribbean dollar | east caribbean, eastern caribbean; dollar, dollars | ec$ | cent
        XOF | West African CFA franc | west african cfa, west african; franc, francs | | centime
        XPF | CFP franc | cfp, french pacific; franc, francs | | centime
        YER | Yemeni rial | yemeni, yemen; rial, rials | | fils
        ZAR | South African rand | *, south african; rand, rands | | cent
        ZMW | Zambian kwacha | zambian, zambia; kwacha, kwachas | zk | ngwee
        - | Dollar | *; dollar, dollars, buck, bucks | $ | cent
        - | Pound | *; pound, pounds, quid | £ | penny
        - | Franc | *; franc, francs | ₣ | centime
        - | Rupee | *; rupee, rupees | ₨, rs, rs. | paisa
        - | Peso | *; peso, pesos | | centavo
        - | Dinar | *; dinar, dinars | | fils:1000
        - | Rial | *; rial, rials | |
        - | Riyal | *; riyal, riyals | | halala
        - | Ruble | *; ruble, rubles, rouble, roubles | | kopek
        - | Krona | *; krona, kronor | | öre
        - | Krone | *; krone, kroner | | øre
        - | Lira | *; lira, liras, lire | ₤ | kuruş
        - | Shilling | *; shilling, shillings | | cent
        - | Guilder | *; guilder, guilders | | cent
        - | Dirham | *; dirham, dirhams | | fils
        - | Escudo | *; escudo, escudos | | centavo
        - | Kwacha | *; kwacha, kwachas | |
        - | Manat | *; manat, manats | |
        - | Netherlands guilder | dutch, netherlands; guilder, guilders | | cent
        - | German mark | german, west german, deutsche, deutsch; mark, marks | | pfennig
        - | French franc | french; franc, francs | | centime
        - | Belgian franc | belgian; franc, francs | | centime
        - | Italian lira | italian; lira, liras, lire | | centesimo
        - | Spanish peseta | *, spanish; peseta, pesetas | |
        - | Portuguese escudo | portuguese; escudo, escudos | | centavo
        - | Austrian schilling | *, austrian; schilling, schillings | | groschen
        - | Greek drachma | *, greek; drachma, drachmas | |
        - | Irish pound | irish; pound, pounds, punt, punts | | penny
        - | Finnish markka | *, finnish; markka, markkaa | |
        - | Bitcoin | *; bitcoin, bitcoins, btc, xbt | ₿ | satoshi:100000000
        """;

    /// <summary>Name | words for it. The first word is the key used above.</summary>
    public const string Parts = """
        Cent | cent, cents, ¢
        Pence | penny, pence, pennies, pennys
        Jiao | jiao
        Fen | fen
        Kopek | kopek, kopeks, kopeck, kopecks, copeck, copecks
        Kopiyka | kopiyka, kopiyky
        Paisa | paisa, paise, paisas
        Sen | sen
        Centavo | centavo, centavos
        Centime | centime, centimes
        Öre | öre, ore
        Øre | øre
        Grosz | grosz, grosze, groszy
        Haléř | haléř, haler, halers
        Fillér | fillér, filler
        Satang | satang, satangs
        Fils | fils
        Piastre | piastre, piastres, piaster, piasters
        Agora | agora, agorot
        Ban | ban, bani
        Stotinka | stotinka, stotinki, stotinkas
        Kuruş | kuruş, kurus
        Céntimo | céntimo, céntimos, centimo, centimos
        Halala | halala, halalas
        Kobo | kobo
        Pesewa | pesewa, pesewas
        Ngwee | ngwee
        Rappen | rappen
        Pfennig | pfennig, pfennigs
        Satoshi | satoshi, satoshis
        """;

    /// <summary>Codes that are everyday words in small letters.</summary>
    public const string WordlikeCodes = "ALL AMD ANG BAM BOB COP CUP GEL HUF LAK MAD MOP MUR NAD PAB PEN RON RUB SAR SOS TOP TRY";

    /// <summary>Nouns that mean money only behind a number.</summary>
    public const string NotAlone =
        "元 pound pounds quid buck bucks won real rand rands dong som sum kip kips lek birr sterling drachma quetzal agora krone leone loti taka balboa afghani";
}
