//! Planted corpora: tables as offices have them, and sentences, in which every value of personal data is known.

use crate::values::{self, Dice};

/// A kind, how it is made, and where it is.
pub(crate) struct Planting {
    pub(crate) kind: &'static str,
    make: fn(&mut Dice) -> String,
    /// Names of columns that announce it.
    headers: &'static [&'static str],
    /// Sentences in which it is, where `{}` is.
    sentences: &'static [&'static str],
    /// Whether it is found in a column whose name says nothing.
    stands_alone: bool,
    /// The signs between groups it is also written with: lengths of the groups.
    groups: &'static [&'static [usize]],
}

/// A column of a table; what was planted in each of its cells.
pub(crate) struct PlantedColumn {
    pub(crate) header: String,
    pub(crate) cells: Vec<String>,
    /// The kind, and how many cells hold one.
    pub(crate) planted: Option<(&'static str, u64)>,
}

/// A sentence, and where the value is.
pub(crate) struct PlantedSentence {
    pub(crate) text: String,
    pub(crate) kind: &'static str,
    pub(crate) span: std::ops::Range<usize>,
}

const TELEPHONE: &[&str] = &[
    "Teléfono",
    "tel",
    "Tel. celular",
    "num_cel",
    "whatsapp",
    "phone_number",
    "Telefone",
    "téléphone",
    "TELEFONO_CONTACTO",
    "telefonoCelular",
    "Número de teléfono",
];
const EMAIL: &[&str] = &[
    "Correo electrónico",
    "correo_e",
    "E-mail",
    "email",
    "courriel",
    "mail",
    "correoElectronico",
];

/// Every kind that is planted.
pub(crate) const PLANTINGS: &[Planting] = &[
    Planting {
        kind: "curp",
        make: values::curp,
        headers: &[
            "CURP",
            "curp_beneficiario",
            "Clave Única de Registro de Población",
            "CURPAlumno",
        ],
        sentences: &[
            "Con CURP {}, se inscribió.",
            "Expediente de {} (folio 12).",
            "**{}**",
            "Se publicó por error {}; ya se retiró.",
            "curp={}",
        ],
        stands_alone: true,
        groups: &[&[4, 6, 8], &[10, 8], &[4, 6, 6, 2]],
    },
    Planting {
        kind: "rfc",
        make: values::rfc,
        headers: &[
            "RFC",
            "rfc_proveedor",
            "R.F.C.",
            "Registro Federal de Contribuyentes",
            "RFCEmpleado",
        ],
        sentences: &[
            "RFC: {}",
            "El proveedor {} entregó.",
            "factura a nombre de «{}»",
            "- {} | pagado",
        ],
        stands_alone: true,
        groups: &[&[4, 6, 3], &[10, 3]],
    },
    Planting {
        kind: "voter-key",
        make: values::voter_key,
        headers: &[
            "Clave de elector",
            "cve_elector",
            "claveElector",
            "Clave INE",
        ],
        sentences: &["Se identificó con credencial {}.", "clave de elector {}"],
        stands_alone: true,
        groups: &[&[6, 6, 2, 1, 3], &[6, 8, 4]],
    },
    Planting {
        kind: "nss",
        make: values::nss,
        headers: &[
            "NSS",
            "Número de Seguridad Social",
            "num_ss",
            "No. IMSS",
            "nss_trabajador",
        ],
        sentences: &["con NSS {} ante el IMSS", "número de seguridad social: {}"],
        stands_alone: true,
        groups: &[&[2, 2, 2, 4, 1]],
    },
    Planting {
        kind: "clabe",
        make: values::clabe,
        headers: &[
            "CLABE",
            "Cuenta bancaria",
            "clabe_interbancaria",
            "CLABEInterbancaria",
        ],
        sentences: &[
            "Depositar en la cuenta CLABE {}, por favor.",
            "transferir a {} antes del viernes",
            "CLABE:{}",
        ],
        stands_alone: true,
        groups: &[&[3, 3, 11, 1], &[4, 4, 4, 4, 2]],
    },
    Planting {
        kind: "card",
        make: values::card,
        headers: &[
            "Tarjeta",
            "Número de tarjeta",
            "credit_card",
            "cartão",
            "num_tarjeta",
        ],
        sentences: &["pagó con {} en la caja", "tarjeta {}, vence pronto"],
        stands_alone: true,
        groups: &[&[4, 4, 4, 4]],
    },
    Planting {
        kind: "iban",
        make: values::iban,
        headers: &["IBAN", "iban_titular"],
        sentences: &["IBAN {}", "transferencia a {}."],
        stands_alone: true,
        groups: &[&[4, 4, 4, 4, 4, 4, 4]],
    },
    Planting {
        kind: "e-mail",
        make: values::email,
        headers: EMAIL,
        sentences: &[
            "Escriba a {}.",
            "<{}>",
            "[correo](mailto:{})",
            "Contacto: **{}**, de 9 a 18 h",
            "a {}; b",
            "`{}`",
        ],
        stands_alone: true,
        groups: &[],
    },
    Planting {
        kind: "telephone",
        make: values::telephone,
        headers: TELEPHONE,
        sentences: &[
            "Tel. {}",
            "Llame al {} de 9 a 18 h.",
            "su celular es {}, llámele",
            "WhatsApp: {}",
            "tel:{}",
            "Teléfono {} ext. 12",
        ],
        stands_alone: true,
        groups: &[&[2, 4, 4], &[3, 3, 4], &[2, 2, 2, 2, 2], &[3, 3, 2, 2]],
    },
    Planting {
        kind: "telephone",
        make: values::foreign_telephone,
        headers: TELEPHONE,
        sentences: &["Contacto: {}", "{}", "desde {} o por correo"],
        stands_alone: true,
        groups: &[],
    },
    Planting {
        kind: "telephone",
        make: written_telephone,
        headers: TELEPHONE,
        sentences: &[
            "Contacto: {}",
            "{}",
            "**{}**",
            "Informes en el {}.",
            "{}, de 9 a 18 h",
        ],
        stands_alone: true,
        groups: &[],
    },
    Planting {
        kind: "ip-address",
        make: values::ip_address,
        headers: &["IP", "direccion_ip", "ip_address", "IP de origen"],
        sentences: &[
            "desde la IP {}",
            "el acceso de {} a las 10:20",
            "http://{}/x",
        ],
        stands_alone: true,
        groups: &[],
    },
    Planting {
        kind: "passport",
        make: values::passport,
        headers: &["Pasaporte", "passport_no", "Num. pasaporte"],
        sentences: &["con pasaporte {}", "passport no. {}"],
        stands_alone: false,
        groups: &[],
    },
    Planting {
        kind: "name",
        make: values::person,
        headers: &[
            "Nombre completo",
            "nombre_beneficiario",
            "Nombre del titular",
            "full_name",
            "Nome completo",
        ],
        sentences: &[],
        stands_alone: false,
        groups: &[],
    },
    Planting {
        kind: "street",
        make: values::street,
        headers: &[
            "Domicilio particular",
            "home_address",
            "Domicilio del beneficiario",
        ],
        sentences: &["Vive en {}.", "domicilio: {}"],
        stands_alone: true,
        groups: &[],
    },
    Planting {
        kind: "birth-date",
        make: values::birth_date,
        headers: &[
            "Fecha de nacimiento",
            "fec_nac",
            "date_of_birth",
            "fechaNacimiento",
            "Data de nascimento",
        ],
        sentences: &["nacida el {}", "fecha de nacimiento: {}", "born on {}"],
        stands_alone: false,
        groups: &[],
    },
    Planting {
        kind: "plate",
        make: values::plate,
        headers: &["Placas", "placa_vehiculo", "license_plate"],
        sentences: &["con placas {}", "placa {}"],
        stands_alone: false,
        groups: &[],
    },
    Planting {
        kind: "ar-cuit",
        make: |dice| values::national("ar-cuit", dice),
        headers: &["CUIT", "cuil_agente"],
        sentences: &["CUIT {}", "la persona {} presentó"],
        stands_alone: true,
        groups: &[],
    },
    Planting {
        kind: "br-cpf",
        make: |dice| values::national("br-cpf", dice),
        headers: &["CPF", "cpf_favorecido"],
        sentences: &["CPF {}", "o servidor {} recebeu"],
        stands_alone: true,
        groups: &[],
    },
    Planting {
        kind: "cl-rut",
        make: |dice| values::national("cl-rut", dice),
        headers: &["RUT", "run_persona"],
        sentences: &["RUT {}", "la persona {} presentó"],
        stands_alone: true,
        groups: &[],
    },
    Planting {
        kind: "do-cedula",
        make: |dice| values::national("do-cedula", dice),
        headers: &["Cédula", "cedula_empleado"],
        sentences: &["cédula {}", "el señor {} presentó"],
        stands_alone: true,
        groups: &[],
    },
    Planting {
        kind: "ec-cedula",
        make: |dice| values::national("ec-cedula", dice),
        headers: &["Cédula", "cedula_identidad"],
        sentences: &["cédula {}"],
        stands_alone: false,
        groups: &[],
    },
    Planting {
        kind: "uy-ci",
        make: |dice| values::national("uy-ci", dice),
        headers: &["Cédula de identidad", "CI"],
        sentences: &["la persona {} presentó"],
        stands_alone: true,
        groups: &[],
    },
    Planting {
        kind: "sv-dui",
        make: |dice| values::national("sv-dui", dice),
        headers: &["DUI", "num_dui"],
        sentences: &["DUI {}"],
        stands_alone: false,
        groups: &[],
    },
    Planting {
        kind: "us-ssn",
        make: |dice| values::national("us-ssn", dice),
        headers: &["SSN", "social_security_number"],
        sentences: &["his number {} was"],
        stands_alone: true,
        groups: &[],
    },
    Planting {
        kind: "ca-sin",
        make: |dice| values::national("ca-sin", dice),
        headers: &["SIN", "Social insurance number"],
        sentences: &["social insurance number {}"],
        stands_alone: false,
        groups: &[],
    },
    Planting {
        kind: "es-dni",
        make: |dice| values::national("es-dni", dice),
        headers: &["DNI", "dni_titular", "NIF"],
        sentences: &["con DNI {}"],
        stands_alone: false,
        groups: &[],
    },
    Planting {
        kind: "es-nie",
        make: |dice| values::national("es-nie", dice),
        headers: &["NIE"],
        sentences: &["con NIE {}", "la persona {} presentó"],
        stands_alone: true,
        groups: &[],
    },
    Planting {
        kind: "pe-ruc",
        make: |dice| values::national("pe-ruc", dice),
        headers: &["RUC", "ruc_persona"],
        sentences: &["RUC {}"],
        stands_alone: false,
        groups: &[],
    },
];

/// A Mexican number as people write one that nobody announces.
fn written_telephone(dice: &mut Dice) -> String {
    let number = loop {
        let number = values::telephone(dice);
        // Groups of four that are both years are a range of years.
        if !number[2..].starts_with("19") && !number[2..].starts_with("20") {
            break number;
        }
    };
    let two = ["55", "56", "33", "81"]
        .iter()
        .any(|area| number.starts_with(area));
    let (area, rest) = number.split_at(if two { 2 } else { 3 });
    let (first, last) = rest.split_at(rest.len() - 4);
    match dice.below(9) {
        0 => format!("({area}) {first}-{last}"),
        1 => format!("{area} {first} {last}"),
        2 => format!("{area}-{first}-{last}"),
        3 => format!("{area}.{first}.{last}"),
        4 => format!("+52 {area} {first} {last}"),
        5 => format!("+521{number}"),
        6 => format!("01 ({area}) {first} {last}"),
        7 => format!("00 52 {area} {first} {last}"),
        _ => format!("({area}) {first} {} {}", &last[..2], &last[2..]),
    }
}

/// Returns a value in one of the ways in which people write it.
fn written(one: &Planting, value: &str, dice: &mut Dice) -> String {
    let length = value.chars().count();
    let fitting: Vec<&&[usize]> = one
        .groups
        .iter()
        .filter(|groups| groups.iter().sum::<usize>() >= length)
        .collect();
    let way = dice.below(6);
    if fitting.is_empty() || way < 2 {
        return if way == 0 && one.kind != "e-mail" {
            value.to_lowercase()
        } else {
            value.to_owned()
        };
    }
    let sign = match one.kind {
        "nss" => "-",
        "card" | "iban" => dice.pick(&[" ", "-", "\u{a0}"]),
        "clabe" => dice.pick(&[" ", "-"]),
        _ => dice.pick(&[" ", "-", "\u{a0}", "–"]),
    };
    let groups = fitting[dice.below(fitting.len() as u64) as usize];
    let mut rest = value;
    let mut parts = Vec::new();
    for group in *groups {
        let (part, left) = rest.split_at((*group).min(rest.len()));
        parts.push(part);
        rest = left;
    }
    parts.retain(|part| !part.is_empty());
    let joined = parts.join(sign);
    if way == 5 { wide(&joined) } else { joined }
}

/// Returns a text with the wide digits of East Asian keyboards.
fn wide(text: &str) -> String {
    let wide = |sign: char| match sign.to_digit(10) {
        Some(digit) => char::from_u32(0xFF10 + digit).unwrap_or(sign),
        None => sign,
    };
    text.chars().map(wide).collect()
}

/// Cells that are of no kind.
fn harmless(dice: &mut Dice) -> String {
    match dice.below(8) {
        0 => format!("{}.{}", dice.below(2_000_000), dice.digits(2)),
        1 => format!(
            "20{:02}-{:02}-{:02}",
            10 + dice.below(15),
            1 + dice.below(12),
            1 + dice.below(28)
        ),
        2 => dice
            .pick(&["Oaxaca", "Puebla", "Nuevo León", "Ciudad de México"])
            .to_owned(),
        3 => format!("OP-{}-{}", dice.below(9_999), 2015 + dice.below(10)),
        4 => String::new(),
        5 => format!("{}", dice.below(99_999)),
        6 => dice
            .pick(&[
                "Pavimentación de la calle principal",
                "Servicio de limpieza",
                "Papelería y útiles",
            ])
            .to_owned(),
        _ => format!("{:05}", dice.below(99_999)),
    }
}

/// Rows of a table.
const ROWS: u64 = 40;

/// Returns the tables of a kind: each a list of columns.
pub(crate) fn tables(one: &Planting, values: u64, dice: &mut Dice) -> Vec<Vec<PlantedColumn>> {
    let mut tables = Vec::new();
    let mut planted = 0;
    while planted < values {
        let is_announced = !one.stands_alone || tables.len() % 3 != 0;
        let header = if is_announced {
            one.headers[tables.len() % one.headers.len()]
        } else {
            dice.pick(&["dato", "valor", "observaciones", "campo_7", "referencia"])
        };
        let other = PlantedColumn {
            header: "concepto".into(),
            cells: (0..ROWS).map(|_| harmless(dice)).collect(),
            planted: None,
        };
        let cells = (0..ROWS).map(|_| {
            let value = (one.make)(dice);
            if is_announced || one.groups.is_empty() {
                written(one, &value, dice)
            } else {
                value
            }
        });
        let column = PlantedColumn {
            header: header.into(),
            cells: cells.collect(),
            planted: Some((one.kind, ROWS)),
        };
        tables.push(vec![other, column]);
        planted += ROWS;
    }
    tables
}

/// Returns sentences of a kind.
pub(crate) fn sentences(one: &Planting, values: u64, dice: &mut Dice) -> Vec<PlantedSentence> {
    if one.sentences.is_empty() {
        return Vec::new();
    }
    let make = |dice: &mut Dice| {
        let (before, after) = dice
            .pick(one.sentences)
            .split_once("{}")
            .unwrap_or_default();
        let opening = dice.pick(&[
            "",
            "El 12 de mayo de 2024 se informó. ",
            "Monto: $1,250,300.50. ",
            "Véase el anexo 3: ",
        ]);
        let value = (one.make)(dice);
        let value = written(one, &value, dice);
        let start = opening.len() + before.len();
        let span = start..start + value.len();
        PlantedSentence {
            text: format!("{opening}{before}{value}{after}"),
            kind: one.kind,
            span,
        }
    };
    (0..values).map(|_| make(dice)).collect()
}

/// Returns columns of numbers and codes as real tables have them, none of which is of any kind.
pub(crate) fn harmless_columns(cells: u64, dice: &mut Dice) -> Vec<PlantedColumn> {
    type Make = fn(&mut Dice, u64) -> String;
    let makes: [(&str, Make); 18] = [
        ("clave_producto", |dice, _| dice.digits(10)),
        ("dato", |dice, _| dice.digits(10)),
        ("numero", |dice, row| {
            format!("{}", 5_500_000_000 + row + dice.below(2))
        }),
        ("registro", |dice, _| dice.digits(11)),
        ("referencia", |dice, _| dice.digits(16)),
        ("cadena", |dice, _| dice.digits(18)),
        ("monto", |dice, _| {
            format!("{}.{}", dice.below(9_999_999_999), dice.digits(2))
        }),
        ("importe", |dice, _| {
            format!(
                "${},{},{}.{}",
                1 + dice.below(999),
                dice.digits(3),
                dice.digits(3),
                dice.digits(2)
            )
        }),
        ("marca_de_tiempo", |dice, row| {
            format!("{}", 1_600_000_000 + row * 37 + dice.below(9))
        }),
        ("instante", |dice, row| {
            format!("{}", 1_600_000_000_000_u64 + row * 3_711 + dice.below(999))
        }),
        ("sha", |dice, _| {
            (0..40)
                .map(|_| char::from_digit(dice.below(16) as u32, 16).unwrap_or('0'))
                .collect()
        }),
        ("uuid", |dice, _| {
            let hex: String = (0..32)
                .map(|_| char::from_digit(dice.below(16) as u32, 16).unwrap_or('0'))
                .collect();
            format!(
                "{}-{}-{}-{}-{}",
                &hex[..8],
                &hex[8..12],
                &hex[12..16],
                &hex[16..20],
                &hex[20..]
            )
        }),
        ("expediente", |dice, _| {
            format!(
                "{}/{}/{}",
                dice.digits(4),
                dice.digits(6),
                2015 + dice.below(10)
            )
        }),
        ("isbn", |dice, _| {
            format!(
                "978-{}-{}-{}-{}",
                dice.digits(1),
                dice.digits(4),
                dice.digits(4),
                dice.digits(1)
            )
        }),
        ("codigo", |dice, _| {
            format!(
                "{}{}-{}",
                dice.pick(&["AB", "XYZ", "OP"]),
                dice.digits(6),
                dice.digits(3)
            )
        }),
        ("liga", |dice, _| {
            format!(
                "https://datos.example/{}/{}?id={}",
                dice.digits(8),
                dice.digits(16),
                dice.digits(10)
            )
        }),
        ("punto", |dice, _| {
            format!("19.{}, -99.{}", dice.digits(6), dice.digits(6))
        }),
        ("version", |dice, _| {
            format!(
                "{}.{}.{}.{}",
                dice.below(20),
                dice.below(30),
                dice.below(30),
                dice.below(30)
            )
        }),
    ];
    let each = cells / makes.len() as u64;
    let column = |dice: &mut Dice, name: &str, make: Make| PlantedColumn {
        header: name.into(),
        cells: (0..each).map(|row| make(dice, row)).collect(),
        planted: None,
    };
    makes
        .iter()
        .map(|(name, make)| column(dice, name, *make))
        .collect()
}
