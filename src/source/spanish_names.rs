//! Spanish names of facts, which a hint turns into the names that are read.

use crate::text::near::nearest;
use crate::text::slug::slug;

/// Spanish names as addresses have them, and the facts that they mean. One name may mean several; the one that is known
/// where it is is meant.
const NAMES: &[(&str, &str)] = &[
    ("accion", "action"),
    ("actualizado", "updated"),
    ("actualizado", "modified"),
    ("ambicion", "ambition"),
    ("area", "policy_areas"),
    ("areas-de-politica", "policy_areas"),
    ("avance", "completion"),
    ("clave", "code"),
    ("codigo", "code"),
    ("comentarios", "comments_published"),
    ("compromiso", "commitment"),
    ("compromisos", "commitments"),
    ("conjuntos", "datasets"),
    ("conjuntos-de-datos", "datasets"),
    ("contacto", "contact"),
    ("correo", "email"),
    ("correo-electronico", "email"),
    ("cumplimiento", "completion"),
    ("datos", "datasets"),
    ("descripcion", "description"),
    ("descripcion", "summary"),
    ("direccion", "url"),
    ("borrador", "draft"),
    ("editor", "publisher"),
    ("enlace", "url"),
    ("escala", "level"),
    ("estado", "status"),
    ("estatus", "status"),
    ("etiquetas", "keywords"),
    ("etapa", "stage"),
    ("evaluadores", "evaluators"),
    ("evidencia", "evidence"),
    ("evidencias", "evidence"),
    ("fecha", "date"),
    ("fecha", "updated"),
    ("fecha", "modified"),
    ("fecha-de-inicio", "start"),
    ("fecha-de-termino", "end"),
    ("fecha-fin", "end"),
    ("fecha-inicio", "start"),
    ("fin", "end"),
    ("frecuencia", "frequency"),
    ("fuente", "sources"),
    ("fuentes", "sources"),
    ("grado", "degree"),
    ("hitos", "milestones"),
    ("idioma", "language"),
    ("idioma", "lang"),
    ("idiomas", "languages"),
    ("informe", "reports"),
    ("informe-inicial", "inception_report"),
    ("informes", "reports"),
    ("inicio", "start"),
    ("institucion", "institution"),
    ("institucion", "institutions"),
    ("instituciones", "institutions"),
    ("licencia", "licenses"),
    ("licencia", "licence"),
    ("licencias", "licenses"),
    ("limites", "limits"),
    ("localidad", "locality"),
    ("modificado", "modified"),
    ("motivo", "reason"),
    ("municipio", "locality"),
    ("nivel", "level"),
    ("novedad", "novelty"),
    ("nombre", "name"),
    ("numero", "number"),
    ("orden", "order"),
    ("pais", "country"),
    ("palabras-clave", "keywords"),
    ("papel", "role"),
    ("periodo", "temporal"),
    ("plan-de-accion", "action_plan"),
    ("plan-de-accion", "action_plans"),
    ("planes-de-accion", "action_plans"),
    ("pregunta", "question"),
    ("procedencia", "provenance"),
    ("publicado", "issued"),
    ("publicar", "publish_on"),
    ("razon", "reason"),
    ("recursos", "resources"),
    ("relacionados", "related"),
    ("respuesta", "answer"),
    ("respuestas", "answers"),
    ("responsable", "owner"),
    ("resumen", "summary"),
    ("rol", "role"),
    ("ruta", "path"),
    ("sector", "sector"),
    ("serie", "series"),
    ("sitio", "url"),
    ("tema", "theme"),
    ("tema", "topic"),
    ("temas", "topic"),
    ("temas", "policy_areas"),
    ("termino", "end"),
    ("texto", "text"),
    ("tipo", "type"),
    ("tipo", "kind"),
    ("titulo", "title"),
    ("unidad", "unit"),
    ("valor", "value"),
    ("valores", "values"),
    ("version", "version"),
    ("zona", "spatial"),
];

/// The known fact that a Spanish name means, well written or nearly so.
pub(crate) fn meant<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let name = slug(name);
    let here: Vec<(&str, &'k str)> = NAMES
        .iter()
        .filter_map(|(own, fact)| Some((*own, *known.iter().find(|k| *k == fact)?)))
        .collect();
    let near = nearest(&name, here.iter().map(|(own, _)| *own))?;
    here.iter()
        .find(|(own, _)| *own == near)
        .map(|(_, fact)| *fact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spanish_name_means_the_fact_that_is_known_here() {
        let commitment = [
            "title",
            "status",
            "start",
            "end",
            "institutions",
            "policy_areas",
            "updated",
        ];
        for (name, fact) in [
            ("estado", "status"),
            ("título", "title"),
            ("Título", "title"),
            ("instituciones", "institutions"),
            ("intituciones", "institutions"),
            ("areas_de_politica", "policy_areas"),
            ("fecha", "updated"),
        ] {
            assert_eq!(meant(name, &commitment), Some(fact), "{name}");
        }
        assert_eq!(meant("fecha", &["title", "date"]), Some("date"));
        assert_eq!(meant("estado", &["title"]), None);
        assert_eq!(meant("mapache", &commitment), None);
    }
}
