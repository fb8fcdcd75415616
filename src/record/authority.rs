//! The EU's table of licences (Publications Office, authority table `licence`, CC BY 4.0, © European Union): its codes,
//! and what each matches exactly.

const TABLE: &str = "publications.europa.eu/resource/authority/licence/";

/// Each code with the identifier that SPDX and the Open Source Initiative know the licence by, or with its address as
/// [`plain`] makes it. None where the table matches it with nothing. Codes whose match is that of another code, or of
/// a page on many licences, are left out.
const CODES: &[(&str, &str)] = &[
    ("0BSD", "0BSD"),
    ("AFL_3_0", "AFL-3.0"),
    ("AGPL_3_0", "AGPL-3.0"),
    ("AGPL_3_0_OR_LATER", "AGPL-3.0-or-later"),
    ("APACHE_1_1", "Apache-1.1"),
    ("APACHE_2_0", "Apache-2.0"),
    ("APL_1_0", "APL-1.0"),
    ("APSL_2_0", "APSL-2.0"),
    ("ARTISTIC_1_0", "Artistic-1.0"),
    ("ARTISTIC_2_0", "Artistic-2.0"),
    ("BSD_2_CLAUSE", "BSD-2-Clause"),
    ("BSD_3_CLAUSE", "BSD-3-Clause"),
    ("BSD_3_CLAUSECLEAR", "BSD-3-Clause-Clear"),
    ("BSD_3_CLAUSE_LBNL", "BSD-3-Clause-LBNL"),
    ("BSD_PLUS_PATENT", "BSDplusPatent"),
    ("BSL_1_0", "BSL-1.0"),
    ("CATOSL_1_1", "CATOSL-1.1"),
    ("CC0", "creativecommons.org/publicdomain/zero/1.0"),
    ("CC_BY", ""),
    ("CC_BYNC", ""),
    ("CC_BYNCND", ""),
    ("CC_BYNCND_1_0", "creativecommons.org/licenses/by-nc-nd/1.0"),
    ("CC_BYNCND_2_0", "creativecommons.org/licenses/by-nc-nd/2.0"),
    ("CC_BYNCND_2_5", "creativecommons.org/licenses/by-nc-nd/2.5"),
    ("CC_BYNCND_3_0", "creativecommons.org/licenses/by-nc-nd/3.0"),
    ("CC_BYNCND_4_0", "creativecommons.org/licenses/by-nc-nd/4.0"),
    ("CC_BYNCSA", ""),
    ("CC_BYNCSA_1_0", "creativecommons.org/licenses/by-nc-sa/1.0"),
    ("CC_BYNCSA_2_0", "creativecommons.org/licenses/by-nc-sa/2.0"),
    ("CC_BYNCSA_2_5", "creativecommons.org/licenses/by-nc-sa/2.5"),
    ("CC_BYNCSA_3_0", "creativecommons.org/licenses/by-nc-sa/3.0"),
    ("CC_BYNCSA_4_0", "creativecommons.org/licenses/by-nc-sa/4.0"),
    ("CC_BYNC_1_0", "creativecommons.org/licenses/by-nc/1.0"),
    ("CC_BYNC_2_0", "creativecommons.org/licenses/by-nc/2.0"),
    ("CC_BYNC_2_5", "creativecommons.org/licenses/by-nc/2.5"),
    ("CC_BYNC_3_0", "creativecommons.org/licenses/by-nc/3.0"),
    ("CC_BYNC_4_0", "creativecommons.org/licenses/by-nc/4.0"),
    ("CC_BYND", ""),
    ("CC_BYND_1_0", "creativecommons.org/licenses/by-nd/1.0"),
    ("CC_BYND_2_0", "creativecommons.org/licenses/by-nd/2.0"),
    ("CC_BYND_2_5", "creativecommons.org/licenses/by-nd/2.5"),
    ("CC_BYND_3_0", "creativecommons.org/licenses/by-nd/3.0"),
    ("CC_BYND_4_0", "creativecommons.org/licenses/by-nd/4.0"),
    ("CC_BYSA", ""),
    ("CC_BYSA_1_0", "creativecommons.org/licenses/by-sa/1.0"),
    ("CC_BYSA_2_0", "creativecommons.org/licenses/by-sa/2.0"),
    ("CC_BYSA_2_5", "creativecommons.org/licenses/by-sa/2.5"),
    ("CC_BYSA_3_0", "creativecommons.org/licenses/by-sa/3.0"),
    (
        "CC_BYSA_3_0_NL",
        "creativecommons.org/licenses/by-sa/3.0/nl",
    ),
    ("CC_BYSA_4_0", "creativecommons.org/licenses/by-sa/4.0"),
    ("CC_BY_1_0", "creativecommons.org/licenses/by/1.0"),
    ("CC_BY_2_0", "creativecommons.org/licenses/by/2.0"),
    ("CC_BY_2_5", "creativecommons.org/licenses/by/2.5"),
    ("CC_BY_3_0", "creativecommons.org/licenses/by/3.0"),
    ("CC_BY_3_0_AT", "creativecommons.org/licenses/by/3.0/at"),
    ("CC_BY_3_0_NL", "creativecommons.org/licenses/by/3.0/nl"),
    ("CC_BY_4_0", "creativecommons.org/licenses/by/4.0"),
    ("CC_PDM_1_0", "creativecommons.org/publicdomain/mark/1.0"),
    ("CDDL_1_0", "CDDL-1.0"),
    ("CECILL_2_1", "CECILL-2.1"),
    ("CECILL_B_1_0", "CECILL-B"),
    ("CECILL_C_1_0", "CECILL-C"),
    (
        "CLARIN_ACA_1_0",
        "clarin.eu/content/licenses-and-clarin-categories",
    ),
    ("CNRI_PYTHON", "CNRI-Python"),
    ("COM_REUSE", "data.europa.eu/eli/dec/2011/833/oj"),
    ("CPAL_1_0", "CPAL-1.0"),
    ("CPL_1_0", "CPL-1.0"),
    ("DFSL_1_0", "D-FSL-1.0"),
    ("DLDE_BYNC_1_0", "govdata.de/dl-de/by-nc-1-0"),
    ("DLDE_BY_1_0", "govdata.de/dl-de/by-1-0"),
    ("DLDE_BY_2_0", "govdata.de/dl-de/by-2-0"),
    ("DLDE_ZERO_2_0", "DL-DE-ZERO-2.0"),
    ("ECL_1_0", "ECL-1.0"),
    ("ECL_2_0", "ECL-2.0"),
    ("ECOS_2_0", "eCos-2.0"),
    ("EFL_1_0", "EFL-1.0"),
    ("EFL_2", "EFL-2.0"),
    ("ENTESSA", "Entessa"),
    ("EPL_1_0", "EPL-1.0"),
    ("EPL_2_0", "EPL-2.0"),
    ("ETALAB_2_0", "etalab.gouv.fr/licence-ouverte-open-licence"),
    ("EUPL_1_0", "EUPL-1.0"),
    ("EUPL_1_1", "EUPL-1.1"),
    ("EUPL_1_2", "EUPL-1.2"),
    ("EUROGEO_2024", "mapsforeurope.org/licence"),
    ("EU_DATAGRID", "EUDatagrid"),
    ("FAIR", "Fair"),
    ("FRAMEWORX_1_0", "Frameworx-1.0"),
    ("GNU_FDL_1_1", "gnu.org/licenses/old-licenses/fdl-1.1"),
    ("GNU_FDL_1_2", "GFDL-1.2-only"),
    ("GNU_FDL_1_3_OR_LATER", "GFDL-1.3-or-later"),
    ("GPL_2_0", "GPL-2.0"),
    ("GPL_2_0_OR_LATER", "GPL-2.0-or-later"),
    ("GPL_3_0", "GPL-3.0"),
    ("GPL_3_0_OR_LATER", "GPL-3.0-or-later"),
    ("HPND", "HPND"),
    ("HROD", "data.gov.hr/open-licence-republic-croatia"),
    ("IODL_1_0", "formez.it/iodl"),
    (
        "IODL_2_0",
        "dati.gov.it/content/italian-open-data-license-v20",
    ),
    ("IPA", "IPA"),
    ("IPL_1_0", "IPL-1.0"),
    (
        "ISA_OML_1_1",
        "joinup.ec.europa.eu/licence/isa-open-metadata-licence-v11",
    ),
    ("ISC", "ISC"),
    ("LGPL_2_1", "LGPL-2.1"),
    ("LGPL_2_1_OR_LATER", "LGPL-2.1-or-later"),
    ("LGPL_3_0", "LGPL-3.0"),
    ("LGPL_3_0_OR_LATER", "LGPL-3.0-or-later"),
    ("LILIQ_P_1_1", "LiLiQ-P-1.1"),
    ("LILIQ_RPLUS_1_1", "LiLiQ-Rplus-1.1"),
    ("LILIQ_R_1_1", "LiLiQ-R-1.1"),
    ("LPL_1_0", "LPL-1.0"),
    ("LPL_1_02", "LPL-1.02"),
    ("LPPL_1_3C", "LPPL-1.3c"),
    ("MIT", "MIT"),
    ("MOTOSOTO", "Motosoto"),
    ("MPL_1_0", "MPL-1.0"),
    ("MPL_1_1", "MPL-1.1"),
    ("MPL_2_0", "MPL-2.0"),
    ("MS_PL", "MS-PL"),
    ("MS_RL", "MS-RL"),
    ("MULTICS", "Multics"),
    ("NASA_1_3", "NASA-1.3"),
    ("NAUMEN", "Naumen"),
    ("NCSA", "NCSA"),
    ("NGPL", "NGPL"),
    ("NLOD_1_0", "NLOD-1.0"),
    ("NLOD_2_0", "NLOD-2.0"),
    ("NOKIA", "NOKIA"),
    ("NPOSL_3_0", "NPOSL-3.0"),
    ("NTP", "NTP"),
    ("OCLC_2_0", "OCLC-2.0"),
    ("ODC_BL", "opendatacommons.org/licenses/odbl/1.0"),
    ("ODC_BY", "opendatacommons.org/licenses/by/1.0"),
    ("ODC_PDDL", "opendatacommons.org/licenses/pddl/1.0"),
    ("OFL_1_1", "OFL-1.1"),
    ("OGL_1_0", "OGL-UK-1.0"),
    ("OGL_2_0", "OGL-UK-2.0"),
    (
        "OGL_3_0",
        "nationalarchives.gov.uk/doc/open-government-licence/version/3",
    ),
    (
        "OGL_NC",
        "nationalarchives.gov.uk/doc/non-commercial-government-licence/version/1",
    ),
    (
        "OGL_NC_2_0",
        "nationalarchives.gov.uk/doc/non-commercial-government-licence/version/2",
    ),
    ("OGL_ROU_1_0", "data.gov.ro/pages/licence"),
    ("OGTSL", "OGTSL"),
    ("OPL_2_1", "OPL-2.1"),
    ("OP_DATPRO", ""),
    ("OSL_1_0", "OSL-1.0"),
    ("OSL_2_1", "OSL-2.1"),
    ("OSL_3_0", "OSL-3.0"),
    ("PHP_3_0", "PHP-3.0"),
    ("POSTGRE_SQL", "PostgreSQL"),
    (
        "PSEUL",
        "ordnancesurvey.co.uk/licensing/eu-inspire-end-user-licence",
    ),
    ("PYTHON_2_0", "Python-2.0"),
    ("QPL_1_0", "QPL-1.0"),
    ("RPL_1_1", "RPL-1.1"),
    ("RPL_1_5", "RPL-1.5"),
    ("RPSL_1_0", "RPSL-1.0"),
    ("RSCPL", "RSCPL"),
    ("SIMPL_2_0", "SimPL-2.0"),
    ("SLEEPYCAT", "Sleepycat"),
    ("SPL_1_0", "SPL-1.0"),
    ("UCL_1_0", "UCL-1.0"),
    ("UNLICENCE", "Unlicense"),
    ("UPL_1_0", "UPL"),
    ("VSL_1_0", "VSL-1.0"),
    ("W3C", "W3C"),
    ("WATCOM_1_0", "Watcom-1.0"),
    ("WXWINDOWS", "WXwindows"),
    ("XNET", "Xnet"),
    ("ZLIB", "Zlib"),
    ("ZPL_2_0", "ZPL-2.0"),
];

/// Identifiers of SPDX for what the table matches with an address.
const IDENTIFIERS: &[(&str, &str)] = &[
    ("CC0-1.0", "CC0"),
    ("PDDL-1.0", "ODC_PDDL"),
    ("ODC-By-1.0", "ODC_BY"),
    ("ODbL-1.0", "ODC_BL"),
    ("etalab-2.0", "ETALAB_2_0"),
    ("OGL-UK-3.0", "OGL_3_0"),
    ("DL-DE-BY-2.0", "DLDE_BY_2_0"),
];

/// The code of the EU's table for the licence at this address; none where the table does not know it.
pub(crate) fn licence_code(address: &str) -> Option<&'static str> {
    let plain = plain(address)?;
    if let Some(code) = plain.strip_prefix(TABLE) {
        return CODES
            .iter()
            .find(|(known, _)| *known == code)
            .map(|(known, _)| *known);
    }
    let same = |known: &str| !known.is_empty() && known.eq_ignore_ascii_case(&plain);
    let named = IDENTIFIERS
        .iter()
        .find(|(id, _)| same(id))
        .map(|(_, code)| *code);
    named.or_else(|| {
        CODES
            .iter()
            .find(|(_, known)| same(known))
            .map(|(code, _)| *code)
    })
}

/// An address without what does not tell licences apart: scheme, `www.`, the ending `.html`, the page of the same
/// licence in another form or language. Of those who keep lists of licences, the identifier alone.
fn plain(address: &str) -> Option<String> {
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))?;
    let rest = rest
        .strip_prefix("www.")
        .unwrap_or(rest)
        .split(['?', '#'])
        .next()?
        .trim_end_matches('/');
    let rest = [".html", ".json", ".txt"]
        .iter()
        .find_map(|ending| rest.strip_suffix(ending))
        .unwrap_or(rest);
    let lists = [
        "spdx.org/licenses/",
        "opensource.org/licenses/",
        "opensource.org/license/",
    ];
    if let Some(id) = lists.iter().find_map(|list| rest.strip_prefix(list)) {
        let creative = id
            .strip_prefix("CC-BY")
            .and_then(|terms| terms.rsplit_once('-'));
        return Some(creative.map_or_else(
            || id.to_owned(),
            |(terms, version)| {
                format!(
                    "creativecommons.org/licenses/by{}/{version}",
                    terms.to_ascii_lowercase()
                )
            },
        ));
    }
    if rest.starts_with("creativecommons.org/") {
        let deed = rest
            .find("/deed")
            .or_else(|| rest.find("/legalcode"))
            .unwrap_or(rest.len());
        return Some(rest[..deed].to_owned());
    }
    // Open Data Commons writes its versions both ways.
    let commons = rest.starts_with("opendatacommons.org/licenses/");
    Some(if commons {
        rest.replace("/1-0", "/1.0")
    } else {
        rest.to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_in_each_of_its_forms_and_nothing_else_is() {
        for (address, code) in [
            (
                "http://creativecommons.org/licenses/by/4.0/",
                Some("CC_BY_4_0"),
            ),
            (
                "https://creativecommons.org/licenses/by-nc-nd/3.0/legalcode.es",
                Some("CC_BYNCND_3_0"),
            ),
            (
                "https://creativecommons.org/licenses/by/3.0/nl/",
                Some("CC_BY_3_0_NL"),
            ),
            ("https://creativecommons.org/licenses/by/2.5/mx/", None),
            ("https://spdx.org/licenses/CC-BY-4.0", Some("CC_BY_4_0")),
            ("https://spdx.org/licenses/ODbL-1.0.html", Some("ODC_BL")),
            (
                "https://opendatacommons.org/licenses/odbl/1-0/",
                Some("ODC_BL"),
            ),
            ("https://opensource.org/license/mit", Some("MIT")),
            (
                "http://publications.europa.eu/resource/authority/licence/CC_BY",
                Some("CC_BY"),
            ),
            (
                "http://publications.europa.eu/resource/authority/licence/NONE",
                None,
            ),
            ("https://a.example/", None),
            ("https://www.", None),
            ("CC-BY-4.0", None),
        ] {
            assert_eq!(licence_code(address), code, "{address}");
        }
    }

    #[test]
    fn licences_have_the_codes_of_the_table() {
        assert_eq!(
            licence_code("https://creativecommons.org/publicdomain/zero/1.0/deed.es"),
            Some("CC0")
        );
        assert_eq!(
            licence_code("https://spdx.org/licenses/CC-BY-SA-4.0.html"),
            Some("CC_BYSA_4_0")
        );
        assert_eq!(licence_code("https://datos.gob.mx/libreusomx"), None);
    }
}
