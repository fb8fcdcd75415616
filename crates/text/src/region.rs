//! Regions, as language tags name them, and how numbers are written there.

use super::lang::Lang;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;

/// Countries by their three letters in ISO 3166-1, and the two that language tags take (CLDR 47, `territoryAlias` of
/// supplementalMetadata, without private and former ones; Unicode License v3, which `icu_decimal` comes with too).
const COUNTRIES: &str = "\
    AAA:AA ABW:AW AFG:AF AGO:AO AIA:AI ALA:AX ALB:AL AND:AD ARE:AE ARG:AR ARM:AM ASC:AC ASM:AS ATA:AQ \
    ATF:TF ATG:AG AUS:AU AUT:AT AZE:AZ BDI:BI BEL:BE BEN:BJ BES:BQ BFA:BF BGD:BD BGR:BG BHR:BH BHS:BS \
    BIH:BA BLM:BL BLR:BY BLZ:BZ BMU:BM BOL:BO BRA:BR BRB:BB BRN:BN BTN:BT BVT:BV BWA:BW CAF:CF CAN:CA \
    CCK:CC CHE:CH CHL:CL CHN:CN CIV:CI CMR:CM COD:CD COG:CG COK:CK COL:CO COM:KM CPT:CP CPV:CV CRI:CR \
    CUB:CU CUW:CW CXR:CX CYM:KY CYP:CY CZE:CZ DEU:DE DGA:DG DJI:DJ DMA:DM DNK:DK DOM:DO DZA:DZ ECU:EC \
    EGY:EG ERI:ER ESH:EH ESP:ES EST:EE ETH:ET FIN:FI FJI:FJ FLK:FK FRA:FR FRO:FO FSM:FM GAB:GA GBR:GB \
    GEO:GE GGY:GG GHA:GH GIB:GI GIN:GN GLP:GP GMB:GM GNB:GW GNQ:GQ GRC:GR GRD:GD GRL:GL GTM:GT GUF:GF \
    GUM:GU GUY:GY HKG:HK HMD:HM HND:HN HRV:HR HTI:HT HUN:HU IDN:ID IMN:IM IND:IN IOT:IO IRL:IE IRN:IR \
    IRQ:IQ ISL:IS ISR:IL ITA:IT JAM:JM JEY:JE JOR:JO JPN:JP KAZ:KZ KEN:KE KGZ:KG KHM:KH KIR:KI KNA:KN \
    KOR:KR KWT:KW LAO:LA LBN:LB LBR:LR LBY:LY LCA:LC LIE:LI LKA:LK LSO:LS LTU:LT LUX:LU LVA:LV MAC:MO \
    MAF:MF MAR:MA MCO:MC MDA:MD MDG:MG MDV:MV MEX:MX MHL:MH MKD:MK MLI:ML MLT:MT MMR:MM MNE:ME MNG:MN \
    MNP:MP MOZ:MZ MRT:MR MSR:MS MTQ:MQ MUS:MU MWI:MW MYS:MY MYT:YT NAM:NA NCL:NC NER:NE NFK:NF NGA:NG \
    NIC:NI NIU:NU NLD:NL NOR:NO NPL:NP NRU:NR NZL:NZ OMN:OM PAK:PK PAN:PA PCN:PN PER:PE PHL:PH PLW:PW \
    PNG:PG POL:PL PRI:PR PRK:KP PRT:PT PRY:PY PSE:PS PYF:PF QAT:QA REU:RE ROU:RO RUS:RU RWA:RW SAU:SA \
    SDN:SD SEN:SN SGP:SG SGS:GS SHN:SH SJM:SJ SLB:SB SLE:SL SLV:SV SMR:SM SOM:SO SPM:PM SRB:RS SSD:SS \
    STP:ST SUR:SR SVK:SK SVN:SI SWE:SE SWZ:SZ SXM:SX SYC:SC SYR:SY TAA:TA TCA:TC TCD:TD TGO:TG THA:TH \
    TJK:TJ TKL:TK TKM:TM TLS:TL TON:TO TTO:TT TUN:TN TUR:TR TUV:TV TWN:TW TZA:TZ UGA:UG UKR:UA UMI:UM \
    URY:UY USA:US UZB:UZ VAT:VA VCT:VC VEN:VE VGB:VG VIR:VI VNM:VN VUT:VU WLF:WF WSM:WS XKK:XK YEM:YE \
    ZAF:ZA ZMB:ZM ZWE:ZW";

/// Returns the codes of countries, of three letters and of two.
pub(crate) fn codes() -> impl Iterator<Item = (&'static str, &'static str)> {
    COUNTRIES.split(' ').filter_map(|pair| pair.split_once(':'))
}

/// The region that a code represents: a country of two or three letters (ISO 3166-1), or a part of one (ISO 3166-2,
/// `MX-OAX`). None for a country's own codes.
pub fn region_of(code: &str) -> Option<&str> {
    let country = code.split_once('-').map_or(code, |(country, _)| country);
    let found = COUNTRIES.split(' ').filter_map(|pair| pair.split_once(':'));
    let is_whole = country.len() == code.len();
    let mut found = found.filter(|(three, two)| *two == country || is_whole && *three == country);
    found.next().map(|(_, two)| two)
}

/// Whether a part of a language's tag is a region (RFC 5646, section 2.2.4).
fn is_region(subtag: &str) -> bool {
    subtag.len() == 2 && subtag.bytes().all(|b| b.is_ascii_alphabetic())
        || subtag.len() == 3 && subtag.bytes().all(|b| b.is_ascii_digit())
}

/// A language as it is written in a region, which its own tag wins over.
pub fn in_region(lang: &Lang, region: Option<&str>) -> Lang {
    if lang.tag().split('-').skip(1).any(is_region) {
        return lang.clone();
    }
    // A region is before variants, and after a script.
    let script = (lang.tag().split('-').nth(1))
        .filter(|tag| tag.len() == 4 && tag.bytes().all(|b| b.is_ascii_alphabetic()))
        .map(|script| format!("-{script}"))
        .unwrap_or_default();
    region
        .and_then(|region| Lang::parse(&format!("{}{script}-{region}", lang.primary())))
        .unwrap_or_else(|| lang.clone())
}

/// Whether decimals are divided by a comma in this language and region (CLDR, `symbols` of numbers). False for a language
/// that CLDR does not know.
pub fn writes_decimal_commas(lang: &Lang) -> bool {
    let Ok(locale) = Locale::try_from_str(lang.tag()) else {
        return false;
    };
    let formatter = DecimalFormatter::try_new(
        locale.into(),
        icu_decimal::options::DecimalFormatterOptions::default(),
    );
    let (Ok(formatter), Ok(number)) = (formatter, "1.5".parse::<Decimal>()) else {
        return false;
    };
    formatter.format(&number).to_string().contains(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(tag: &str) -> Lang {
        Lang::parse(tag).unwrap()
    }

    #[test]
    fn commas_are_those_of_cldr() {
        for tag in [
            "es", "es-ES", "es-AR", "es-CO", "es-CL", "es-VE", "es-UY", "pt", "pt-BR", "de",
            "de-AT", "fr", "fr-CH", "en-DE", "en-ZA", "it", "ca", "nl", "pl", "ru", "tr", "id",
            "qu-BO", "sr-Latn", "uk", "vi", "sw-KE", "sw-CD",
        ] {
            let wanted = tag != "sw-KE";
            assert_eq!(writes_decimal_commas(&lang(tag)), wanted, "{tag}");
        }
        for tag in [
            "es-MX", "es-419", "es-GT", "es-PE", "es-US", "es-PR", "es-HN", "es-DO", "en", "en-GB",
            "en-IN", "en-MX", "de-CH", "de-LI", "it-CH", "ja", "zh", "he", "ar-EG", "nah",
            "maz-MX",
        ] {
            assert!(!writes_decimal_commas(&lang(tag)), "{tag}");
        }
    }

    #[test]
    fn countries_have_two_letters_and_three() {
        let pairs: Vec<(&str, &str)> = COUNTRIES
            .split(' ')
            .filter_map(|pair| pair.split_once(':'))
            .collect();
        assert!(pairs.len() > 240 && pairs.is_sorted());
        assert!(
            pairs
                .iter()
                .all(|(three, two)| three.len() == 3 && two.len() == 2)
        );
        for (code, region) in [
            ("MEX", Some("MX")),
            ("MX", Some("MX")),
            ("MX-OAX", Some("MX")),
            ("DEU", Some("DE")),
            ("CHE", Some("CH")),
            ("15106", None),
            ("MEX-15", None),
            ("", None),
            ("mexico", None),
        ] {
            assert_eq!(region_of(code), region, "{code}");
        }
    }

    #[test]
    fn a_tag_keeps_its_own_region() {
        let placed =
            |tag: &str, region: Option<&str>| in_region(&lang(tag), region).tag().to_owned();
        assert_eq!(placed("es", Some("MX")), "es-MX");
        assert_eq!(placed("es-AR", Some("MX")), "es-AR");
        assert_eq!(placed("es-419", Some("MX")), "es-419");
        assert_eq!(placed("sr-Latn", Some("RS")), "sr-Latn-RS");
        assert_eq!(placed("es", None), "es");
    }
}
