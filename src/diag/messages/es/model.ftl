### Hallazgos sobre lo que dicen las páginas.

sample-value = «{ $value }» es un valor del portal de muestra{ $more ->
    [0] { "" }
   *[other] , como { $more } más en este archivo
}.
    .help = Escriba el suyo en su lugar o quite la línea.
    .title = Queda un valor del portal de muestra
    .why = Quien lo siga no encuentra a nadie: ni sitio, ni oficina, ni buzón. Los catálogos que otros recogieron guardan esas direcciones durante años.
acknowledged-wrongly = «{ $text }» no se puede dar por sabido: { $why ->
        [unknown] no hay ningún hallazgo con ese código
        [error] es un error
        [personal] se trata de datos personales
       *[kept] se trata de personas, de direcciones publicadas o de archivos fuera del portal
    }.
    .help = { $why ->
        [unknown] { $near ->
            [none] Escriba el código que está entre corchetes al principio del mensaje, como data-rows-above.
           *[other] ¿Quiso decir «{ $near }»? Es el código entre corchetes al principio del mensaje.
        }
        [personal] Quite esta entrada. Lo que su oficina ha decidido publicar se dice con waivers: kind, ground, reason, by y until.
       *[other] Corrija lo que dice ese mensaje y quite esta entrada.
    }
    .title = Un hallazgo no se puede dar por sabido
    .why = Dar algo por sabido dice que una advertencia o una nota se conoce y puede quedar. No puede ocultar un error ni lo que podría dañar a alguien.
acknowledged-in-vain = Aquí se da por sabido «{ $code }», y no se encontró nada de esa clase.
    .help = Quite esta entrada, o corrija su código o su archivo.
    .title = Se da por sabido un hallazgo inexistente
    .why = Lo que ya no hace falta dar por sabido ocultaría el próximo hallazgo de su clase, que nadie ha mirado.
repeated-id = El identificador «{ $id }» ya es el de { $other }.
    .help = Dé a uno de los dos otro id, u otro name donde lo tenga; de dos archivos para un mismo conjunto en un mismo idioma, deje uno. Las mayúsculas y minúsculas no distinguen identificadores.
    .title = Dos cosas tienen el mismo identificador
    .why = Dos cosas con un mismo identificador tendrían una misma dirección.
accent-unseen = { $scheme ->
        [dark] El color { $colour } casi no se distingue de una página oscura
       *[light] El color { $colour } casi no se distingue de una página clara
    }: { $contrast } a 1, y hace falta 3 a 1. Las páginas muestran { $shown } en su lugar.
    .help = Escriba { $shown }, u otro color más { $scheme ->
        [dark] claro
       *[light] oscuro
    }.
    .title = El color del portal casi no se distingue
    .why = Muchas personas ven mal las líneas y marcas pálidas; en una pantalla vieja o bajo el sol, casi nadie las ve (WCAG 2.2, 1.4.11).
attachment-active = Este archivo podría ejecutar algo en el navegador de quien lee o en el servidor, y no se publica.
    .help = Publique su contenido como página (.md) o como PDF. Si debe estar ahí tal cual y usted confía en cada una de sus líneas, nómbrelo en tragaluz.toml: [attachments] active = ["{ $path }"].
    .title = Un archivo adjunto podría ejecutar algo
    .why = Quien introduce en el portal un archivo así puede hacer ahí todo lo que la dirección del portal permite.
attachment-absent = [attachments] active nombra «{ $path }», y no existe { $kind ->
        [folder] tal carpeta
       *[file] tal archivo
    }.
    .help = { $near ->
        [none] Corrija la ruta, o quítela. Las rutas parten de content/ (o empiezan por data/), y la de una carpeta termina en «/».
       *[other] ¿Quiso decir «{ $near }»?
    }
    .title = Un archivo adjunto permitido no existe
    .why = Puede faltar en el sitio un archivo que debía publicarse, o un nombre que nadie cuida deja pasar otro más tarde.
milestone-outside-commitment = El hito { $number } { $side ->
        [end] termina en { $date }, después de su compromiso, que termina en { $limit }
       *[start] empieza en { $date }, antes de su compromiso, que empieza en { $limit }
    }.
    .help = Si así lo dice la fuente, déjelo: se publican ambas fechas. Si es un descuido, corrija una de ellas.
    .title = Un hito rebasa las fechas de su compromiso
    .why = Quien lea preguntará cuál de las dos fechas vale.
ends-before-start = { $what } termina en { $end }, antes de empezar en { $start }.
    .help = Compare ambas fechas con la fuente, e intercámbielas o corríjalas.
    .title = Algo termina antes de empezar
    .why = Una de las dos tiene que estar mal.
repeated-institution = La institución «{ $name }» aparece dos veces.
    .help = Si la fuente la nombra dos veces, déjelo así. Si se trataba de otra institución, nombre esa.
    .title = Una institución aparece dos veces
    .why = Suele ser señal de que se trataba de una segunda institución de nombre parecido.
report-of-other-member = Este informe es de { $locality }, pero su compromiso { $commitment } es de { $other }.
    .help = Compruebe que el informe trate de este compromiso y quién lo hizo. Si la fuente dice ambas cosas, déjelas.
    .title = Un miembro informa del compromiso de otro
    .why = Un informe de un miembro sobre el compromiso de otro es tan poco común que conviene decirlo.
inception-of-other-member = El informe inicial trata de un plan de acción de { $other }, pero el compromiso es de { $locality }.
    .help = Compruebe qué informe inicial, y de qué plan, abarca este compromiso. Si la fuente dice ambas cosas, déjelas.
    .title = El informe inicial trata de un plan ajeno
    .why = La revisión del plan de un miembro dice poco del compromiso de otro.
plan-of-other-locality = El plan de acción «{ $plan }» es de { $other }, pero el compromiso es de { $locality }.
    .help = Compruebe si el compromiso está en ambos planes. Si es así, déjelo.
    .title = El plan del compromiso es de otro miembro
    .why = Un compromiso que está en el plan de otro miembro también se cuenta ahí.
report-absent = Se cita el informe «{ $id }», pero no está en este portal.
    .help = { $near ->
        [none] Agregue content/reports/{ $id }.md, o quite la cita.
       *[other] ¿Quiso decir «{ $near }»?
    }
    .title = Un informe citado no está en el portal
    .why = Se manda a quien lee a una evaluación que no puede leer.
term-misspelt = «{ $name }» se nombra { $count ->
        [one] una vez
       *[other] { $count } veces
    } y es casi { $what ->
        [institution] la institución
        [locality] la localidad
        [policy-area] el tema
        [sector] el sector
       *[value] el valor
    } «{ $near }».
    .help = Si se trata de eso, escriba «{ $near }». Si es otra cosa, agregue { $file } con su título, y las dos se conocen.
    .title = Un nombre es casi igual a otro conocido
    .why = Un nombre con un descuido tiene página propia, y lo que está ahí falta en la correcta.
update-ahead = Este avance es del { $date }, después del día del portal, { $day }. Todavía no cuenta.
    .help = Si la fecha es un descuido, corríjala. Si no, déjela: cuenta a partir de ese día.
    .title = Un avance es posterior al día del portal
    .why = Se mostraría como actual un estado que nadie puede haber informado todavía.
commitment-outside-plan = { $side ->
        [start] El compromiso empieza en { $date }, antes que su plan de acción «{ $plan }», que empieza en { $limit }.
       *[end] El compromiso termina en { $date }, después que su plan de acción «{ $plan }», que termina en { $limit }.
    }
    .help = Si la fuente lo dice así, déjelo: se publican ambas fechas. Si es un descuido, corrija una.
    .title = Un compromiso rebasa las fechas de su plan
    .why = Un compromiso fuera del tiempo de su plan puede contarse en un periodo equivocado.
complete-without-evidence = { $what ->
        [complete] El informe considera completo el compromiso
       *[as-planned] El informe dice que todos los hitos se realizaron como se planeó
    } y no cita evidencia de nada.
    .help = Agregue evidencia con title y url, por pregunta. Si la fuente no la da, déjelo: se avisa a quien lee.
    .title = Un informe afirma el cumplimiento sin evidencia
    .why = Quien lee el resultado no puede comprobarlo.
evaluation-against-milestones = { $what ->
        [complete] El informe considera completo el compromiso, pero el hito { $number } de { $commitment } estaba «{ $status }» entonces.
        [as-planned] El informe dice que todos los hitos se realizaron como se planeó, pero el hito { $number } de { $commitment } estaba «{ $status }» entonces.
        [little] El informe ve poco avance, pero todos los hitos de { $commitment } estaban «{ $status }» entonces.
       *[status] El compromiso { $commitment } se da por terminado, pero su hito { $number } está «{ $status }».
    }
    .help = Si la fuente dice ambas cosas, déjelas: ambas se publican. Si no, corrija una, o agregue el avance que falta.
    .title = El resultado del compromiso contradice sus hitos
    .why = Las dos respuestas se contradicen, y quien lee debe saber que es la fuente quien lo dice.
finished-without-evidence = { $what ->
        [commitment] El compromiso se da por terminado
       *[milestone] El hito { $number } se da por terminado
    } y no se publica evidencia de ello.
    .help = Agregue evidencia con title y url. Si no la hay, déjelo: la página lo dice.
    .title = Un compromiso o hito terminado carece de evidencia
    .why = Una promesa que se da por cumplida se cree cuando se puede comprobar.
institutions-alike = «{ $name }» y «{ $other }» tienen cada una su página, y casi el mismo nombre.
    .help = Si son una sola institución, deje una página y nombre esa en todas partes. Si son dos, delo por sabido con acknowledged y el motivo.
    .title = Dos instituciones se llaman casi igual
    .why = Lo de una institución queda repartido en dos páginas, y ninguna lo cuenta todo.
milestones-out-of-order = El hito { $number } está después del hito { $before }.
    .help = Ponga los hitos en el orden de sus números, o déjelos como los tiene la fuente.
    .title = Los hitos están en desorden
    .why = Quien lee busca un hito por su número.
orphan = { $what ->
        [report] Este informe no trata de ningún compromiso, y ninguno lo cita.
        [action-plan] Ningún compromiso está en este plan de acción.
        [locality] Nada de este portal nombra esta localidad.
       *[institution] Nada de este portal nombra esta institución.
    }
    .help = { $what ->
        [report] Escriba commitment: con su identificador.
        [action-plan] Nombre el plan en action_plans: de sus compromisos.
       *[other] Compruebe cómo lo nombran las páginas. Si debe quedar suelta, delo por sabido con acknowledged.
    }
    .title = Nada en el portal lleva a una página
    .why = Una página a la que nada lleva no la encuentra nadie, y quizá falta en otra parte.
report-of-other-plan = { $what ->
        [inception] El informe inicial
       *[report] Este informe
    } trata del plan de acción «{ $plan }», pero su compromiso { $commitment } dice que { $is_in ->
        [none] no está en ninguno.
       *[other] está en otro.
    }
    .help = Compruebe en qué planes está el compromiso. Si la fuente dice ambas cosas, déjelas: ambas se publican.
    .title = El compromiso no está en el plan evaluado
    .why = El compromiso falta entonces entre los del plan en el que se evaluó.
translation-older = { $file } tiene otras palabras que aquellas de las que se hizo esta traducción.
    .help = Ponga al día la traducción y escriba aquí translates: { $mark }.
    .title = Una traducción es anterior a su original
    .why = Quien lee en esta lengua tomaría por cierto lo que el original ya no dice.
value-without-reason = { $count ->
        [one] Un valor no dice su motivo: { $names }.
       *[other] { $count } valores no dicen su motivo: { $names }.
    }
    .help = Escriba reason: debajo del valor, con las palabras de la fuente. Si la fuente no la da, déjelo: la página lo dice.
    .title = Un compromiso nombra un valor sin su motivo
    .why = Un valor sin motivo es una etiqueta que puede llevar cualquier cosa.
report-columns = { $why ->
        [commitment] Ninguna columna{ $sheet ->
            [none] { "" }
           *[other] { " " }de la hoja «{ $sheet }»
        } dice de qué compromiso trata cada informe, así que no se lee nada.
       *[column] { $count ->
            [one] Una columna{ $sheet ->
                [none] { "" }
               *[other] { " " }de la hoja «{ $sheet }»
            } no se lee como nada: { $names }.
           *[other] { $count } columnas{ $sheet ->
                [none] { "" }
               *[other] { " " }de la hoja «{ $sheet }»
            } no se leen como nada: { $names }.
        }
    }
    .help = { $why ->
        [commitment] Llame «Compromiso» a una columna, con el identificador o el título del compromiso en cada fila.
       *[column] Llame a la columna por el número de su pregunta, como 2.1.1, o con las palabras del formulario. Si no se debe publicar, déjela.
    }
    .title = Una tabla de informes no se lee completa
    .why = Una tabla en content/reports/ se lee como informes, uno por fila, por los nombres de sus columnas.
answer-against-degree = La respuesta a la pregunta { $question } es «{ $answer ->
        [yes] sí
       *[no] no
    }», y el resultado, «{ $degree ->
        [worsened] empeoró
        [did-not-change] no cambió
        [marginal] marginal
        [major] importante
        [outstanding] sobresaliente
       *[other] { $degree }
    }».
    .help = Si el informe dice ambas cosas, déjelas: ambas se publican. Si no, corrija una.
    .title = Un sí o no contradice el resultado
    .why = Un «sí» va con un cambio para bien, y un «no» con ninguno. Quien lee debe saber que es la fuente quien dice ambas cosas.
limited-as-planned = El avance es «{ $completion ->
        [limited] limitado
        [not-started] no iniciado
        [no-evidence] sin evidencia
       *[other] { $completion }
    }» y, sin embargo, se dice que todos los hitos se cumplieron como estaba previsto.
    .help = Si el informe dice ambas cosas, déjelas: ambas se publican. Si no, corrija una.
    .title = Hay poco avance, pero todo según lo previsto
    .why = Las dos respuestas se contradicen, y quien lee debe saber que es la fuente quien lo dice.
reference-absent = No existe { $what ->
        [action-plan] el plan de acción
        [commitment] el compromiso
        [dataset] el conjunto de datos
        [file] el archivo
        [initiative] la iniciativa
        [series] la serie
       *[other] { $what }
    } «{ $id }» { $what ->
        [file] en la carpeta de este conjunto de datos
        [series] en tragaluz.toml
       *[other] en este portal
    }.
    .help = { $near ->
        [none] Agréguelo, o quite la referencia.
       *[other] ¿Quiso decir «{ $near }»?
    }
    .title = Se remite a algo que no existe
    .why = Una referencia a algo que no existe queda como un nombre sin enlace.
repeated-milestone = Hay dos hitos con el número { $number }.
    .help = Dé a uno de los dos otro número.
    .title = Dos hitos tienen el mismo número
    .why = Las traducciones y los enlaces encuentran un hito por su número.
csv-without-pages = «csv_by_value» no tiene columna por la cual guiarse, y por eso no se hace ningún archivo.
    .help = Agregue pages_by con el nombre de una columna, como pages_by: entidad, o quite csv_by_value.
    .title = No se hacen los CSV de cada valor
    .why = Los archivos se ofrecen en las páginas con las filas de cada valor, que hace pages_by.
undeclared-language = Se declara que este texto está en { $declared ->
        [ca] catalán
        [de] alemán
        [en] inglés
        [es] español
        [fr] francés
        [it] italiano
        [pt] portugués
       *[other] «{ $declared }»
    }, pero parece estar en { $found ->
        [ca] catalán
        [de] alemán
        [en] inglés
        [es] español
        [fr] francés
        [it] italiano
        [pt] portugués
       *[other] «{ $found }»
    }.
    .help = { $where ->
        [milestone] Tradúzcalo; o, si la fuente lo dice en ese idioma, escriba lang: { $found } junto al texto del hito.
       *[text] Tradúzcalo, o páselo al archivo de la página en ese idioma, cuyo nombre termina en .{ $found }.md.
    }
    .title = Un texto parece estar en otro idioma
    .why = Un lector de pantalla pronuncia el texto según el idioma declarado, y los buscadores lo clasifican por él.
summary-too-long = El resumen tiene { $words } palabras; en «En breve» caben { $limit }.
    .help = Acórtelo y deje lo demás para el texto de abajo.
    .title = El resumen es demasiado largo
    .why = Es la parte que más gente lee, en las pantallas más pequeñas.
untranslated-fact = La traducción nombra { $what ->
        [column] la columna
        [milestone] el hito
        [update] el avance del
        [resource] el recurso
        [value] el valor
       *[other] { $what }
    } «{ $key }», que no está en el archivo principal.
    .help = Corríjalo aquí, o agréguelo al archivo principal.
    .title = Una traducción nombra algo ausente del original
    .why = La traducción se empareja por este nombre o número. Este no corresponde a nada, así que sus palabras se perderían.
summary-absent = La página tiene { $words } palabras y no tiene «En breve».
    .help = Agregue summary: con dos o tres oraciones (60 palabras como máximo) a sus datos.
    .title = Una página larga no tiene resumen
    .why = La mayoría se va después de la primera pantalla. Ahí debería estar la respuesta.
sentence-too-long = Esta oración tiene { $words } palabras{ $more ->
        [0] .
        [one] , y otra de esta página tiene más de { $limit }.
       *[other] , y otras { $more } de esta página tienen más de { $limit }.
    }
    .help = Diga una cosa en cada oración; casi todas se pueden partir en dos.
    .title = Una oración es demasiado larga
    .why = Las oraciones largas se pierden con el cansancio, en pantallas pequeñas y en una segunda lengua.
acronym-unexplained = La página nunca escribe completo { $names }{ $more ->
        [0] .
       *[other] , y otras { $more } siglas.
    }
    .help = Escríbalo completo la primera vez: Instituto Nacional de Transparencia (INAI).
    .title = Unas siglas nunca se escriben completas
    .why = Las siglas que una oficina usa a diario no dicen nada a la mayoría de quienes la leen.
