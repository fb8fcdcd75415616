### Hallazgos sobre los archivos de datos.

data-unreadable = Este archivo no se puede leer como tabla: { $cause ->
        [io] el sistema no lo deja leer (detalle técnico: { $detail })
        [permission] { io-cause }
        [gone] { io-cause }
        [full] { io-cause }
        [read-only] { io-cause }
        [exists] { io-cause }
        [busy] { io-cause }
        [no-folder] { io-cause }
        [folder] { io-cause }
        [no-file] { io-cause }
        [name] { io-cause }
        [changed] cambió mientras se leía
        [unclosed] las comillas que se abren en la línea { $detail } nunca se cierran
        [too-long] una fila pasa de { $detail } MiB
        [too-wide] una fila tiene más de { $detail } celdas
        [outside] la ruta lleva, por un enlace, fuera del portal
        [empty] no hay nada en él
        [binary] no es texto
        [web-page] es una página web, y no hay ninguna tabla en ella
        [saved-error] lo que se guardó no son datos, sino un error: { $detail }
        [pointer] solo apunta a un archivo que Git LFS o git-annex guardan en otra parte
        [xml] es XML en el que no se reconoce ninguna tabla
        [encrypted] «{ $detail }», dentro de él, está cifrado
        [compression] «{ $detail }», dentro de él, está comprimido de un modo que este programa no lee
        [too-large] desempacado es mucho más grande de lo que puede ser de buena fe: { $detail }
        [cells] sus celdas son más de { $detail }, muchas más de las que caben en un archivo de su tamaño: celdas o filas que se dicen repetidas, o una que está muy lejos de las demás
        [special] no es un archivo sino una tubería con nombre (FIFO), un socket o un dispositivo, y eso no se lee
        [depth] tiene listas y objetos unos dentro de otros en más de { $detail } niveles
        [file_mib] un archivo que lo describe pesa más de { $detail } MiB
        [members] contiene más de { $detail } archivos
        [tables] contiene más de { $detail } tablas
        [too-much] para leerlo hay que tener en la memoria más de lo permitido: { $detail }
        [leads-out] el nombre «{ $detail }», dentro de él, lleva a otra carpeta de la computadora
        [absent] no hay «{ $detail }» en él
        [no-sheet] no tiene la hoja que se pide: { $detail }
        [no-table] no hay ninguna tabla en él ({ $detail })
        [json] deja de ser JSON en el valor que empieza en esta línea (detalle técnico: { $detail })
        [damaged] está dañado o incompleto, como tras una descarga que se cortó (detalle técnico: { $detail })
        [password] está protegido con una contraseña
        [xlsb] es un libro binario de Excel (XLSB), que este programa no lee
        [no-workbook] no es un libro de hojas de cálculo que este programa lea ({ $detail })
        [jsonp] es JSONP: un programa que entrega JSON a una función ({ $detail }…)
        [javascript] es un programa en JavaScript, no JSON ({ $detail }…)
        [json-sequence] es una secuencia de textos JSON con un separador de registros antes de cada uno ({ $detail })
        [topojson] es TopoJSON, cuyas formas se componen de límites compartidos
        [sdmx] es SDMX-JSON, cuyos valores se conocen por los números de sus códigos
        [no-rows] su JSON no tiene objetos ni listas, de los que se hacen las filas
       *[malformed] no está escrito como lo pide su formato (detalle técnico: { $detail })
    }.
    .help = { $cause ->
        [io] Vea si el disco y el archivo están enteros e intente de nuevo.
        [permission] { io-cause.help }
        [gone] { io-cause.help }
        [full] { io-cause.help }
        [read-only] { io-cause.help }
        [exists] { io-cause.help }
        [busy] { io-cause.help }
        [no-folder] { io-cause.help }
        [folder] { io-cause.help }
        [no-file] { io-cause.help }
        [name] { io-cause.help }
        [changed] Cierre los programas que lo estén escribiendo e intente de nuevo.
        [unclosed] Cierre las comillas, o duplíquelas ("") si son parte del texto.
        [too-long] Busque en esa línea unas comillas que nunca se cierran.
        [too-wide] Mire esa línea: ¿hay quizá varias filas seguidas en ella?
        [outside] Ponga el archivo mismo en la carpeta del portal, no un enlace.
        [web-page] Descargue los datos de nuevo: lo que se guardó es una página que dice por qué no se pudieron obtener.
        [saved-error] Descargue los datos de nuevo: un servidor contestó que no se podían obtener, y se guardó su respuesta.
        [pointer] Traiga el archivo mismo (git lfs pull, git annex get) y póngalo en el portal.
        [xml] Guarde los datos como CSV o como libro de cálculo en el programa del que salieron.
        [encrypted] Empáquelo de nuevo sin contraseña: los datos abiertos no la tienen.
        [compression] Empáquelo de nuevo como un ZIP ordinario («deflate»).
        [too-large] Empáquelo de nuevo. Un archivo que se desempaca a cien veces su tamaño está hecho casi siempre para llenar discos.
        [cells] Borre las filas y columnas que sobran fuera de la tabla, o guárdelo otra vez como CSV.
        [special] Ponga un archivo común en su lugar. Lo que viene de otro programa se da por una tubería: … | tragaluz profile -
        [depth] Escriba filas sencillas: [{ "{" }"nombre": "valor"{ "}" }, …].
        [file_mib] Haga corta la descripción: los datos van en tablas.
        [members] Empaquete menos archivos en él.
        [tables] Empaquete menos tablas en él.
        [too-much] Guárdelo otra vez como CSV, que se lee fila por fila.
        [leads-out] Empáquelo de nuevo con nombres simples, sin «..» y sin «/» al principio.
        [absent] Corrija el nombre en path:. Los nombres que contiene se ven al abrirlo.
        [no-sheet] Escriba el nombre de una de sus hojas, que están entre paréntesis, o su número.
        [no-table] Empaque en él tablas: CSV, XLSX, ODS, JSON.
        [empty] Ponga en él los datos, o quítelo del conjunto.
        [json] Mire esa línea: ahí falta un corchete, una coma o unas comillas, o el archivo se cortó.
        [damaged] Descárguelo o cópielo de nuevo, y ábralo en el programa de donde viene para ver que está completo.
        [password] Ábralo en el programa de donde viene, quítele la contraseña y guárdelo: los datos abiertos no llevan.
        [xlsb] Ábralo en Excel o LibreOffice, elija «Guardar como» y el formato «Libro de Excel (*.xlsx)», y ponga ese archivo en su lugar.
        [no-workbook] Mire qué es en el programa de donde viene, y guárdelo como XLSX, ODS o CSV.
        [jsonp] Pida al servicio JSON sin más, casi siempre quitando «callback=» de la dirección; o borre lo que rodea al JSON.
        [javascript] Pida al servicio JSON sin más, o borre lo que lo rodea.
        [json-sequence] Guárdelo como GeoJSON, o como líneas de JSON (.ndjson) sin los separadores.
        [topojson] Guárdelo como GeoJSON: ogr2ogr, QGIS y mapshaper lo hacen.
        [sdmx] Pida al servicio SDMX-CSV: son los mismos datos como tabla.
        [no-rows] Escriba cada fila como un objeto: [{ "{" }"nombre": "valor"{ "}" }, …].
       *[other] Ábralo en el programa del que salió y guárdelo de nuevo como CSV en UTF-8.
    }{ $setting ->
        [none] { "" }
       *[other] {" "}Si el archivo está bien así, suba el límite: escriba { $setting } con un número mayor debajo de [limits] en tragaluz.toml; para un archivo fuera de un portal, --limit { $setting }=NÚMERO.
    }
    .title = Un archivo no se puede leer como tabla
    .why = Una tabla que no se puede leer no se puede revisar, mostrar ni ofrecer en otros formatos.
dataset-empty = Este conjunto no tiene ningún archivo con datos.
    .help = Ponga en su carpeta un archivo CSV o de hoja de cálculo, o quite la carpeta.
    .title = Un conjunto no tiene archivos de datos
    .why = Un conjunto sin datos es una promesa que no se puede cumplir.
data-not-utf8 = Este archivo está en { $encoding }; así se leyó, y las descargas van en UTF-8.
    .help = No hay que hacer nada. Para que no aparezca esta nota, guarde el archivo como UTF-8.
    .title = Los datos tienen otra codificación que UTF-8
    .why = UTF-8 es la única codificación que todo programa lee sin que se lo digan. El archivo recibido sigue disponible.
data-encoding-guessed = Este archivo no dice su codificación y no es UTF-8; se leyó como { $encoding }.
    .help = Revise en la página que los acentos estén bien. Si no, escriba la correcta en dataset.md, junto al path: del archivo (encoding: windows-1250, IBM850, IBM852, macintosh …), o guarde el archivo como UTF-8.
    .title = Se adivina la codificación de los datos
    .why = Si se adivina mal, unas letras se vuelven otras, y nadie lo nota hasta que alguien busca un nombre.
data-encoding-contradicted = La codificación declarada de este archivo es { $declared }, pero está en { $encoding }; así se leyó.
    .help = Escriba encoding: { $encoding } en lugar de { $declared }, junto al path: del archivo en dataset.md o datapackage.json, o quite esa línea.
    .title = La codificación de datos no es la declarada
    .why = Los programas que creen en la declaración mostrarían letras equivocadas.
data-characters-lost = { $count ->
        [one] Un lugar de este archivo no es { $encoding } y se leyó como «�».
       *[other] { $count } lugares de este archivo no son { $encoding } y se leyeron como «�».
    }
    .help = Escriba la codificación verdadera en encoding:, junto al path: del archivo en dataset.md, o ábralo en el programa del que salió y guárdelo como UTF-8.
    .title = Se pierden algunas letras de los datos
    .why = Los bytes que nada significan en una codificación son letras perdidas. El archivo recibido los conserva.
data-encoding-mixed = Este archivo está en UTF-8 salvo en { $count ->
        [one] un lugar, que se leyó
       *[other] { $count } lugares, que se leyeron
    } como { $encoding } (el primero, en la línea { $line }).
    .help = Vea en la página si los acentos están bien. Abra el archivo en el programa del que salió y guárdelo como UTF-8.
    .title = Un archivo de datos mezcla dos codificaciones
    .why = Los archivos armados de varias fuentes mezclan codificaciones; leídos con una sola, se pierden las letras de la otra.
data-encoded-twice = Las letras de este archivo se pasaron a UTF-8 dos veces («{ $was }» por «{ $is }»); eso se deshizo.
    .help = No hay que hacer nada. Para que no aparezca esta advertencia, guarde de nuevo el archivo como UTF-8 desde un programa que muestre bien los acentos.
    .title = Los datos están codificados dos veces en UTF-8
    .why = Quien busca «México» no lo encuentra en una tabla que dice «MÃ©xico». El archivo recibido no cambia.
data-encoded-as-controls = Comillas, rayas y otros signos de windows-1252 están en este archivo como caracteres de control ({ $count ->
        [one] en un lugar
       *[other] en { $count } lugares
    }, el primero en la línea { $line }); se leyeron como los signos que eran.
    .help = No hay que hacer nada. Para que no aparezca esta advertencia, escriba el archivo de nuevo desde su fuente, en UTF-8.
    .title = Hay signos guardados como caracteres de control
    .why = Los caracteres de control nadie los ve, y las páginas web no pueden tenerlos. El archivo recibido queda como está.
data-nul-characters = { $count ->
        [one] Se quitó de este archivo un carácter NUL.
       *[other] Se quitaron de este archivo { $count } caracteres NUL.
    }
    .help = No hay que hacer nada. Para que no aparezca esta advertencia, exporte de nuevo el archivo: los caracteres NUL son relleno de bases de datos antiguas.
    .title = Un archivo de datos contiene caracteres NUL
    .why = Los caracteres NUL no son texto, y muchos programas se detienen en el primero.
data-format-contradicted = Por su nombre este archivo es { $declared }, pero por dentro es { $format }; así se leyó.
    .help = Dé al archivo la terminación .{ $ending }.
    .title = La terminación no corresponde al formato del archivo
    .why = Los programas que creen en el nombre rechazan el archivo o muestran disparates.
data-delimiter-contradicted = El separador declarado es «{ $declared }», que no aparece; las celdas se separan con «{ $delimiter }».
    .help = Escriba el separador verdadero en delimiter:, bajo dialect:, o quite esa línea.
    .title = El separador declarado no aparece
    .why = Los programas que creen en la declaración verían una sola columna.
data-divided-by-blanks = Ningún separador divide las celdas de este archivo; sus columnas se reconocieron por los espacios entre ellas. La primera fila se leyó así: { $cells }
    .help = Compare esa fila con el archivo. Si una columna está mal cortada, guarde la tabla como CSV en el programa del que salió.
    .title = Las columnas se distinguen por espacios
    .why = Un texto impreso solo dice con espacios dónde termina una columna, y un nombre de dos palabras también tiene uno.
data-one-column = { $what ->
        [mark] Este archivo se leyó como una sola columna: su primera línea no tiene «{ $mark }», así que en las demás líneas ese signo se tomó por parte del texto.
       *[places] Este archivo se leyó como una sola columna. Sus líneas tienen huecos, como si se hubiera impreso, pero no en los mismos lugares.
    }
    .help = { $what ->
        [mark] Si ese signo separa celdas, escriba en dataset.md, junto al path: del archivo, dialect: y debajo delimiter: "{ $mark }". Si no, no hay que hacer nada.
       *[places] Si es una tabla, guárdela como CSV en el programa del que salió.
    }
    .title = Un archivo se lee como una sola columna
    .why = Un nombre con coma (García, Ana) es una sola celda; partido en dos, ya no es un nombre.
data-quotes-kept = Las comillas de este archivo no encierran nada: se abren en una línea y no se cierran en ella (líneas { $lines }). Se leyeron como parte del texto.
    .help = Quite las que sobran. Las que son parte del texto, duplíquelas ("") y ponga la celda entera entre comillas.
    .title = Las comillas se leen como texto
    .why = Leídas como marcas de celdas, unirían unas filas con otras.
data-no-header = Esta tabla no tiene encabezado: su primera fila ya es de datos. Las columnas se llamaron column_1, column_2 …
    .help = Agregue una primera fila con los nombres de las columnas. Si la primera fila es el encabezado, declare dialect: header: true.
    .title = Una tabla no tiene encabezado
    .why = Sin nombres nadie sabe qué significan las columnas.
data-header-shifted = El encabezado tiene un nombre menos que celdas las filas; se entendió que la primera columna lleva los nombres de las filas, como los escribe R.
    .help = Escriba también el nombre de la primera columna (en R: col.names = NA, o row.names = FALSE). Si la que no tiene nombre es la última, escríbalo.
    .title = Al encabezado le falta un nombre
    .why = Los programas que no lo saben pondrían cada valor bajo el nombre de su vecino.
data-columns-blank = { $count ->
        [one] Una columna no tiene nombre ni valores (la número { $columns }); se dejó fuera.
       *[other] { $count } columnas no tienen nombre ni valores (las números { $columns }); se dejaron fuera.
    }
    .help = { $beside ->
        [yes] Si ahí hay dos tablas, una al lado de la otra, se leyeron como una sola, fila por fila: ponga cada una en su propio archivo o en su propia hoja. Si no, no hay que hacer nada.
       *[no] No hay que hacer nada. Para que no aparezca esta nota, borre esas columnas del archivo.
    }
    .title = Se omiten columnas vacías
    .why = Las columnas vacías separan grupos para la vista; en las descargas serían columnas de nada.
data-parts-differ = Las columnas de este archivo no son las del primero de la tabla: { $how ->
        [order] están en otro orden
        [lacks] le falta { $lacks }
        [more] tiene además { $more }
       *[both] le falta { $lacks } y tiene además { $more }
    }. Sus celdas fueron a las columnas de los mismos nombres.
    .help = No hay que hacer nada si eso es correcto. Si no, dé a las columnas los mismos nombres en todos los archivos.
    .title = Los archivos de una tabla tienen columnas distintas
    .why = Los archivos que son partes de una tabla deben tener las mismas columnas; un nombre cambiado hace dos columnas de una.
data-several-tables = Este archivo contiene { $count } tablas, de las que se leyó «{ $first }».
    .help = Para leer otra, nómbrela: { $others }.
    .title = Se lee solo una de varias tablas
    .why = En un portal cada una se vuelve una tabla; aquí un archivo se lee como una sola.
data-sheets-hidden = { $count ->
        [one] Una hoja oculta no se leyó: { $sheets }.
       *[other] { $count } hojas ocultas no se leyeron: { $sheets }.
    }
    .help = Si sus filas son datos, muestre la hoja en el programa del que salió, o declare un recurso con dialect: sheet: y su nombre. Revise que no tenga nada privado: el archivo recibido se puede descargar.
    .title = No se leen las hojas ocultas
    .why = Lo que su autor ocultó difícilmente se quería publicar, pero de todos modos está en el archivo.
data-columns-hidden = { $count ->
        [one] Una columna oculta se leyó de todos modos: { $names }.
       *[other] { $count } columnas ocultas se leyeron de todos modos: { $names }.
    }
    .help = Si no debe publicarse, bórrela en el archivo: ocultarla no la quita. Si puede publicarse, muéstrela en el programa de donde viene.
    .title = Las columnas ocultas también se leen
    .why = Lo que su autor ocultó difícilmente está pensado para publicarse, pero está en el archivo de todos modos, y en cada descarga.
data-rows-hidden = { $count ->
        [one] Una fila oculta se leyó de todos modos (línea { $lines }).
       *[other] { $count } filas ocultas se leyeron de todos modos (líneas { $lines }).
    }
    .help = Si no deben publicarse, bórrelas en el archivo: ocultarlas o filtrarlas no las quita. Si pueden publicarse, muéstrelas en el programa de donde vienen.
    .title = Las filas ocultas también se leen
    .why = Las filas que ocultó un filtro o su autor no las ve quien abre el archivo, pero están en él, y en cada descarga.
data-texts-merged = { $count ->
        [one] Una celda está combinada sobre varias filas (línea { $lines }); cada una de esas filas recibió su texto.
       *[other] { $count } celdas están combinadas sobre varias filas (líneas { $lines }); cada una de esas filas recibió el texto de su celda.
    }
    .help = No hay que hacer nada. Para que esta nota desaparezca, separe las celdas y llénelas.
    .title = Un texto está combinado sobre varias filas
    .why = Una celda combinada es un solo valor para todas las filas que cubre; en una tabla cada fila tiene que decirlo.
data-numbers-merged = { $count ->
        [one] Un número está combinado sobre varias filas (línea { $lines }); se queda en la primera, y las otras no tienen valor.
       *[other] { $count } números están combinados sobre varias filas (líneas { $lines }); cada uno se queda en la primera de sus filas, y las otras no tienen valor.
    }
    .help = Separe las celdas. Si el número es el de cada fila, escríbalo en todas; si es la suma de ellas, repártalo o llévelo a una tabla propia.
    .title = Un número está combinado sobre varias filas
    .why = Repetido, el número se contaría una vez por fila; solo, alguien lo toma por el de la primera fila.
data-shown-by-format = { $count ->
        [one] Los números de una columna son claves
       *[other] Los números de { $count } columnas son claves
    } según su formato de número ({ $names }): se leyeron como texto, con los ceros y signos que muestra el formato, como «{ $example }».
    .help = No hay que hacer nada. Para que esta nota desaparezca, convierta esas celdas en texto. Si no son claves, deles el formato «General» o «0».
    .title = Los números son claves por su formato
    .why = Una clave sin sus ceros no coincide con ninguna otra tabla; todos los que abren el archivo los ven.
data-links-added = { $count ->
        [one] La mayoría de las celdas de una columna tiene un enlace detrás; se puso en una columna propia
       *[other] La mayoría de las celdas de { $count } columnas tiene enlaces detrás; se pusieron en columnas propias
    }: { $names }.
    .help = No hay que hacer nada. Para que esta nota desaparezca, escriba las direcciones en una columna del archivo.
    .title = Los enlaces de las celdas forman otra columna
    .why = Una tabla muestra lo que hay en sus celdas; una dirección detrás de ellas se perdería.
data-error-cells = { $count ->
        [one] Una celda contiene un error de su fórmula («{ $example }», línea { $lines }); la palabra queda en la tabla.
       *[other] { $count } celdas contienen errores de sus fórmulas, como «{ $example }» (líneas { $lines }); las palabras quedan en la tabla.
    }
    .help = Corrija las fórmulas, o deje vacías las celdas donde no hay valor.
    .title = Hay celdas con errores de fórmula
    .why = Entre números la palabra de un error no es un valor, y convierte en texto toda su columna.
data-links-left = { $count ->
        [one] Una celda tiene un enlace detrás, que no está en la tabla
       *[other] { $count } celdas tienen enlaces detrás, que no están en la tabla
    } ({ $names }; el primero en la línea { $line }: { $link }).
    .help = Si las direcciones son datos, escríbalas en una columna propia. Nunca se leen las direcciones que compone una fórmula, ni más de 65,530 enlaces por hoja. El archivo tal como se recibió los conserva.
    .title = Los enlaces de las celdas quedan fuera
    .why = Una tabla muestra lo que hay en sus celdas; una dirección detrás de unas pocas no está en ninguna descarga, salvo el archivo tal como se recibió.
data-formulas-zero = Las { $count } fórmulas de la hoja «{ $sheet }» dan todas 0 (líneas { $lines }), y el libro pide que se calculen al abrirlo: el programa que lo escribió no calculó nada.
    .help = Ábralo en Excel o LibreOffice, guárdelo y ponga ese archivo en su lugar. Si todos los resultados son 0, no hay que hacer nada.
    .title = Todas las fórmulas de una hoja dan cero
    .why = El programa que abre el archivo muestra los resultados verdaderos; quien lee lo que está guardado en él encuentra ceros.
data-table-open = Esta página web termina sin cerrar su tabla (no hay «</table>»): puede que falten sus últimas filas.
    .help = Mire si están las últimas filas. Si no, descargue la página de nuevo; si están, escriba </table> al final.
    .title = Una página web no cierra su tabla
    .why = Una página que se corta entre dos filas parece completa, y nadie echa de menos las filas siguientes.
data-no-tables = { $count ->
        [one] Un archivo de este ZIP no es una tabla: { $names }. Se obtiene con el ZIP recibido.
       *[other] { $count } archivos de este ZIP no son tablas: { $names }. Se obtienen con el ZIP recibido.
    }
    .help = No hay que hacer nada. Si alguno es una tabla, dele la terminación de su formato: .csv, .xlsx, .json.
    .title = Un ZIP contiene archivos que no son tablas
    .why = Solo las tablas se revisan, se muestran y se ofrecen en otros formatos.
data-json-beside = Las filas se encontraron { $at ->
        [none] en este archivo
       *[other] en «{ $at }»
    }; junto a ellas el archivo dice: { $words }
    .help = Si eso dice qué significa la tabla, dígalo también en dataset.md.
    .title = Un JSON dice algo junto a sus filas
    .why = Lo que está junto a las filas no es parte de la tabla. El archivo recibido lo conserva.
data-json-spread = { $count ->
        [one] Un campo contiene objetos ({ $names }); los campos de estos
       *[other] { $count } campos contienen objetos ({ $names }); los campos de estos
    } se volvieron columnas, con nombres como { $example }.
    .help = No hay que hacer nada. Para conservar uno como está, declare su columna con el tipo object.
    .title = Los objetos del JSON se vuelven columnas
    .why = Una tabla tiene celdas y no objetos; así extendidos, sus valores se pueden buscar, ordenar y sumar.
data-coordinates-projected = Las coordenadas de «{ $column }» no son longitudes y latitudes en grados de WGS 84{ $system ->
        [none] {""}
       *[other] {" "}(el archivo dice { $system })
    }, que GeoJSON exige (RFC 7946, sección 4). Se leyeron como están, y no se ofrece GeoJSON.
    .help = Exporte la capa en WGS 84 (EPSG:4326). En QGIS: Exportar, Guardar objetos como, SRC.
    .title = Las coordenadas no son longitudes y latitudes
    .why = Los mapas toman los números por grados, y muestran los lugares en el mar o en ninguna parte.
data-column-renamed = { $how ->
        [unnamed] { $count ->
            [one] Una columna no tiene nombre; se llamó «{ $name }».
           *[other] { $count } columnas no tienen nombre; se llamaron { $name }.
        }
        [declared] Una columna se llama «{ $received }» en el archivo y «{ $name }» en su declaración; se tomó el nombre declarado.
       *[repeated] Hay más de una columna «{ $received }»; { $count ->
            [one] la siguiente se llamó «{ $name }».
           *[other] las { $count } siguientes se llamaron { $name }.
        }
    }
    .help = { $how ->
        [declared] Escriba el mismo nombre en el archivo y en la declaración.
       *[other] Dé a la columna un nombre propio en el archivo.
    }
    .title = Una columna recibe otro nombre
    .why = Cada columna necesita un solo nombre; si no, JSON y las bases de datos pierden una de dos.
data-column-absent = La columna «{ $column }» está declarada, pero no está en { $file }.
    .help = { $near ->
        [none] Corrija el nombre, o quítela de la declaración.
       *[other] ¿Quiso decir «{ $near }»?
    }
    .title = Una columna declarada no está en el archivo
    .why = Lo que se declara de una columna que no existe no lo revisa nadie.
pages-by-many = «{ $column }» tiene { $count } valores. Se hacen páginas con las filas de cada valor para { $most } cuando mucho, por lo que no se hizo ninguna.
    .help = Indique en pages_by una columna con menos valores, como la entidad, o quite la línea.
    .title = Una columna tiene demasiados valores para páginas
    .why = Tantas páginas no le ayudarían a nadie a encontrar la suya, y harían pesado el portal.
data-type-unknown = «{ $word }», declarado para «{ $column }», no es un tipo ni un formato de Table Schema.
    .help = Tipos: string, integer, number, boolean, date, datetime, time, year, yearmonth, duration, object, array, list, geopoint, geojson, any. Formatos de fecha: default, any, o un patrón como %d/%m/%Y.
    .title = El tipo declarado de una columna es desconocido
    .why = Un tipo que nadie conoce no revisa nada.
data-constraint-unreadable = No se puede leer { $what ->
        [minimum] el mínimo declarado
        [maximum] el máximo declarado
       *[pattern] el patrón declarado
    } para «{ $column }»: «{ $text }».
    .help = Escriba los límites como valores del tipo de la columna, y los patrones como expresiones regulares.
    .title = Una regla declarada no se puede leer
    .why = Una regla que no se puede leer no revisa nada.
data-rows-above = { $count ->
        [one] Una fila está encima de la tabla (línea { $lines }) y no es parte de ella: { $words }
       *[other] { $count } filas están encima de la tabla (líneas { $lines }) y no son parte de ella: { $words }
    }
    .help = Si dicen qué significa la tabla, dígalo también en dataset.md. Si una de ellas es el encabezado, declare su fila: dialect: headerRows: [2].
    .title = Hay filas encima de la tabla
    .why = Los títulos sobre el encabezado son para ojos humanos; en las descargas serían datos. El archivo recibido los conserva.
data-rows-below = { $count ->
        [one] Una fila está debajo de la tabla (línea { $lines }) y no es parte de ella: { $words }
       *[other] { $count } filas están debajo de la tabla (líneas { $lines }) y no son parte de ella: { $words }
    }
    .help = Si dicen qué significa la tabla, dígalo también en dataset.md. Si una fila es de datos, escríbala como las demás.
    .title = Hay filas debajo de la tabla
    .why = Los totales y las notas bajo una tabla se contarían como datos. El archivo recibido los conserva.
data-blank-rows = { $count ->
        [one] Una fila está en blanco (línea { $lines }); se omitió.
       *[other] { $count } filas están en blanco (líneas { $lines }); se omitieron.
    }
    .help = No hay que hacer nada. Para que no aparezca esta nota, bórrelas.
    .title = Se omiten filas en blanco
    .why = Una fila en blanco no contiene nada, pero se contaría.
data-comments = { $count ->
        [one] Una línea es un comentario (línea { $lines }); se omitió: { $words }
       *[other] { $count } líneas son comentarios (líneas { $lines }); se omitieron: { $words }
    }
    .help = Si dicen qué significa la tabla, dígalo también en dataset.md.
    .title = Se omiten líneas de comentario
    .why = En CSV no hay comentarios, y otros programas los tomarían por datos.
data-header-repeated = { $count ->
        [one] La línea { $lines } repite el encabezado o numera una página impresa; esa fila se omitió.
       *[other] { $count } filas repiten el encabezado o numeran páginas impresas (líneas { $lines }); se omitieron.
    }
    .help = Borre esas filas del archivo.
    .title = El encabezado se repite entre las filas
    .why = Un encabezado entre los datos se lee como dato.
data-rows-left-out = { $count ->
        [one] Una fila (línea { $lines }) parece de la tabla, pero está aparte y no está en ninguna descarga: { $words }
       *[other] { $count } filas (líneas { $lines }) parecen de la tabla, pero están aparte y no están en ninguna descarga: { $words }
    }
    .help = Si son datos, póngalas justo debajo del encabezado. Si son otra tabla, póngala en su propio archivo. Si son el encabezado, declare sus filas: dialect: headerRows: [2].
    .title = Quedan fuera filas que parecen datos
    .why = A las filas que se dejan fuera nadie las extraña hasta que una suma sale mal. El archivo recibido las conserva.
data-rows-joined = { $count ->
        [one] Una fila sigue por varias líneas (línea { $lines }), y cada una tiene tantos separadores como una fila propia.
       *[other] { $count } filas siguen por varias líneas (líneas { $lines }), y cada una tiene tantos separadores como una fila propia.
    } Puede que unas comillas sueltas hayan unido lo que eran varias filas.
    .help = Busque en esa línea unas comillas que sobran, y quítelas.
    .title = Una fila sigue por varias líneas
    .why = Las filas que se unen se pierden: se vuelven el texto de una celda.
data-rows-short = { $count ->
        [one] Una fila tiene menos celdas que columnas hay (línea { $lines }).
       *[other] { $count } filas tienen menos celdas que columnas hay (líneas { $lines }).
    }
    .help = Complételas. Las celdas que les faltan se publican sin valor.
    .title = Una fila tiene celdas de menos
    .why = Una fila corta suele estar rota, con sus celdas en columnas que no son las suyas.
data-rows-long = { $count ->
        [one] Una fila tiene más celdas que columnas hay (línea { $lines }); se agregaron columnas para que nada se pierda.
       *[other] { $count } filas tienen más celdas que columnas hay (líneas { $lines }); se agregaron columnas para que nada se pierda.
    }
    .help = Ponga entre comillas las celdas que contienen el separador, o dé nombre a esas columnas en el encabezado.
    .title = Una fila tiene celdas de más
    .why = Una fila larga suele estar rota, con sus celdas en columnas que no son las suyas.
data-second-table = { $count ->
        [one] Parece que en la línea { $lines } de este archivo empieza otra tabla
       *[other] Parece que en las líneas { $lines } de este archivo empiezan otras tablas
    }: { $words }. Sus filas se leyeron como filas de la primera.
    .help = Ponga cada tabla en un archivo propio, o en una hoja propia.
    .title = Parece que más abajo empieza otra tabla
    .why = Las filas de dos tablas en una se cuentan juntas, y los nombres de las columnas se vuelven valores.
data-formula-without-value = { $count ->
        [one] Una fórmula
       *[other] { $count } fórmulas
    } en la hoja «{ $sheet }» no { $count ->
        [one] tiene guardado su valor; su celda queda vacía.
       *[other] tienen guardado su valor; sus celdas quedan vacías.
    }
    .help = Abra el libro en un programa de hojas de cálculo, que calcula las fórmulas, y guárdelo.
    .title = Una fórmula no tiene valor guardado
    .why = Los programas que escriben fórmulas no siempre las calculan, y quien abre el archivo en una hoja no ve ningún hueco.
data-stray-quote = { $count ->
        [one] Hay comillas fuera de lugar (línea { $lines }): después de cerrarse sigue texto.
       *[other] Hay comillas fuera de lugar en { $count } filas (líneas { $lines }): después de cerrarse sigue texto.
    }
    .help = Duplique las comillas que son parte del texto ("") y ponga otras alrededor de toda la celda.
    .title = Hay comillas fuera de lugar
    .why = Cada programa lee esas celdas a su manera.
data-date-order-unknown = Las fechas de «{ $column }» pueden ser día/mes o mes/día; se quedan como texto.
    .help = Declare la columna con type: date y format: "%d/%m/%Y" si primero va el día, "%m/%d/%Y" si primero va el mes; o escriba las fechas como 2022-02-28.
    .title = Se desconoce el orden de día y mes
    .why = Adivinar el orden produciría fechas equivocadas que parecen correctas.
data-decimal-mark-unknown = Los números de «{ $column }» pueden tener tres decimales o ser miles; se quedan como texto.
    .help = Declare la columna con type: number y decimalChar: "," si la coma separa los decimales, "." si los separa el punto; o escriba algún número con otros decimales.
    .title = No queda claro qué signo separa decimales
    .why = En 19.432 unos leen diecinueve y medio y otros diecinueve mil: adivinar sería equivocarse por mil.
data-missing-mark = «{ $mark }» se tomó como «sin valor» en { $count ->
        [one] una celda
       *[other] { $count } celdas
    } ({ $columns }), porque todas las demás celdas de la columna son de un mismo tipo.
    .help = Si es correcto, escriba en el esquema missingValues: ["", "{ $mark }"]; si no, declare la columna con type: string.
    .title = Una marca se toma como falta de valor
    .why = Una palabra entre números impide que la columna entera sea de números.
data-nearly-typed = { $fits } de los { $filled } valores de «{ $column }» { $type ->
        [digits] son solo cifras
       *[other] son de tipo { $type }{ $format ->
            [none] {""}
           *[other] {" "}({ $format })
        }
    }, { $count ->
        [one] uno no lo es
       *[other] { $count } no lo son
    }, y por eso la columna se queda como texto. Con su línea: { $cells }
    .help = { $style ->
        [brackets] Si los paréntesis indican números negativos, escríbalos con guion (-1234).
        [minus-after] Escriba el signo menos antes del número, con un guion (-7.25).
        [minus-before] Escriba el signo menos con un guion junto a las cifras ($-80.00 o -80.00).
        [groups] Las cifras en grupos de dos se leen si la columna se declara con groupChar: ",".
        [power] Una hoja de cálculo acortó estos números: tómelos de donde vienen, como texto.
        [digits] Tienen más cifras de las que los programas calculan: acórtelos o declare type: string.
       *[none] { $type ->
            [digits] Corrija estos valores. Si son correctos así, declare la columna en el esquema con type: string.
            [boolean] Corrija estos valores, o declare la columna en el esquema con type: boolean y sus palabras en trueValues y falseValues: entonces cada uno de los demás es un error con su línea.
           *[other] Corrija estos valores, o declare la columna en el esquema con type: { $type }: entonces cada uno es un error con su línea. Las palabras para «sin valor» van en missingValues; si los valores son claves, declare type: string.
        }
    }
    .title = Unos pocos valores dejan la columna como texto
    .why = Un solo descuido impide que toda una columna sea de números o fechas: no hay sumas, ni gráficas, ni orden.
data-numbers-as-text = { $style ->
        [brackets] «{ $column }» tiene números entre paréntesis
        [minus-after] «{ $column }» tiene números con el signo menos detrás
        [minus-before] «{ $column }» tiene números con el signo menos antes de otro signo, o con uno que no es un guion
        [groups] «{ $column }» tiene cifras en grupos de dos
        [power] «{ $column }» tiene números que una hoja de cálculo acortó (notación científica)
       *[digits] «{ $column }» tiene números con más cifras de las que los programas calculan
    }; la columna se queda como texto. Con su línea: { $cells }
    .help = { $style ->
        [brackets] Si los paréntesis indican números negativos, escríbalos con guion (-1234).
        [minus-after] Escriba el signo menos antes del número, con un guion (-7.25).
        [minus-before] Escriba el signo menos con un guion junto a las cifras ($-80.00 o -80.00).
        [groups] Declare la columna en el esquema con type: integer o number, y groupChar: ",".
        [power] Si eran claves, sus últimas cifras se perdieron: tómelas de donde vienen, como texto.
       *[digits] Redondéelos a 15 cifras donde se calcularon, o declare type: string.
    }
    .title = Números escritos de modo inusual quedan como texto
    .why = Un número mal leído es peor que un texto: sin los paréntesis una deuda se vuelve un haber, y una clave redondeada es otra.
data-unseen-signs = { $what ->
        [names] Se quitaron signos que nadie ve (un espacio duro o sin anchura) de los nombres de columnas: { $columns }.
       *[cells] Se quitaron signos que nadie ve (un espacio duro o sin anchura) de { $count ->
            [one] un valor
           *[other] { $count } valores
        } de: { $columns }.
    }
    .help = No hay que hacer nada. Vienen de páginas web y procesadores de texto; en una hoja de cálculo, ESPACIOS y LIMPIAR quitan la mayoría.
    .title = Se quitan signos invisibles de los datos
    .why = Con un signo así no se encuentra un nombre y un número es texto, y nadie ve por qué.
data-excel-text = { $count ->
        [one] Una fila tiene celdas escritas
       *[other] { $count } filas tienen celdas escritas
    } ="…", que Excel muestra como texto; se leyó lo que está entre las comillas. Con su línea: { $lines }
    .help = No hay que hacer nada. Las claves conservan sus ceros sin eso, si la columna se declara con type: string.
    .title = Hay celdas escritas como texto para Excel
    .why = Hay sistemas que escriben ="00123" para que Excel conserve los ceros; para cualquier otro programa el valor es 00123.
data-not-of-type = { $count ->
        [one] «{ $column }» no es de tipo { $type } en una fila, línea { $line }: «{ $cell }».
       *[other] { $count } filas: «{ $column }» no es de tipo { $type }; la primera, en la línea { $line }: «{ $cell }».
    }
    .help = { $hint ->
        [decimal-comma] Si la coma separa los decimales, declare la columna en el esquema con type: number y decimalChar: ",".
        [comma] Declare la columna con decimalChar: "," si la coma separa los decimales, o con groupChar: "," si separa los miles.
        [group-comma] Si la coma separa los miles, declare la columna en el esquema con groupChar: ",".
        [decimals] Declare la columna con type: number si puede tener decimales. Si no, corrija las celdas.
        [bare] Si los signos son parte de los números (una moneda, %), declare la columna con bareNumber: false. Si no, corrija las celdas.
        [day] { $month } tiene { $days } días: busque la fecha en la fuente.
        [month] Un año tiene doce meses: busque la fecha en la fuente.
        [order] Escriba { $near }, o declare cómo está escrita toda la columna: format: "%d/%m/%Y".
        [format] Declare cómo está escrita toda la columna: format: "%d/%m/%Y" si primero va el día, "%m/%d/%Y" si primero va el mes.
        [boolean] Escriba true o false, o declare las palabras: trueValues: ["sí"] y falseValues: ["no"].
       *[none] Corrija las celdas, declare en missingValues lo que significa «sin valor», o declare otro tipo.
    }
    .title = Una celda no es del tipo declarado
    .why = Quien confíe en el tipo declarado se detendría en estas filas, o las perdería.
data-value-missing = { $count ->
        [one] «{ $column }» debe tener valor, y en la línea { $line } no lo tiene.
       *[other] { $count } filas: «{ $column }» debe tener valor y no lo tiene; la primera, en la línea { $line }.
    }
    .help = Llene las celdas, o quite required: de las reglas de la columna (constraints).
    .title = A una celda le falta un valor obligatorio
    .why = Un valor prometido que falta echa a perder lo que se calcula con él.
data-rule-broken = { $count ->
        [one] Una fila:
       *[other] { $count } filas:
    } «{ $column }» { $rule ->
        [pattern] no cumple el patrón { $limit }
        [minimum] es menor que { $limit }
        [maximum] es mayor que { $limit }
        [short] tiene menos de { $limit } caracteres
        [long] tiene más de { $limit } caracteres
       *[allowed] no es ninguno de: { $limit }
    }; la primera, en la línea { $line }: «{ $cell }».
    .help = Corrija las celdas, o la regla misma (constraints: de la columna).
    .title = Una celda incumple una regla declarada
    .why = Una regla declarada es una promesa a quienes usan los datos.
data-key-repeated = { $count ->
        [one] Una fila repite
       *[other] { $count } filas repiten
    } { $what ->
        [key] la clave
       *[unique] un valor que debe ser único
    } ({ $columns }): la línea { $line } repite la línea { $earlier }.
    .help = Quite las filas repetidas, o declare en primaryKey: las columnas que de verdad distinguen las filas.
    .title = Se repite una clave o valor único
    .why = Dos filas con una misma clave se cuentan dos veces, y a ninguna se puede enlazar.
data-reference-absent = Una columna remite a la tabla «{ $table }» (en foreignKeys), y no hay tal tabla.
    .help = Corrija el nombre del conjunto o del recurso en foreignKeys del esquema.
    .title = Una columna remite a una tabla inexistente
    .why = Una referencia a la nada no se puede seguir.
data-foreign-key = { $count ->
        [one] Una fila se refiere ({ $columns }) a una fila de { $table } que no existe, en la línea { $line }: «{ $cell }».
       *[other] { $count } filas se refieren ({ $columns }) a filas de { $table } que no existen; la primera, en la línea { $line }: «{ $cell }».
    }
    .help = Corrija las celdas, o agregue allá las filas que faltan.
    .title = Una fila remite a una fila inexistente
    .why = Quien una las dos tablas perdería estas filas.
format-unknown = No existe el formato de descarga «{ $format }».
    .help = { $near ->
        [none] Los formatos son: { $known }.
       *[other] ¿Quiso decir «{ $near }»? Los formatos son: { $known }.
    }
    .title = Un formato de descarga es desconocido
    .why = Un formato que no se puede escribir faltaría sin que nadie lo dijera.
format-not-compiled = Este programa se hizo sin la parte que escribe «{ $format }».
    .help = Use uno con la función `{ $format }` (`cargo install tragaluz --features { $format }`, o `--features full` para todos los formatos), o quítelo de downloads, bajo [formats] en tragaluz.toml.
    .title = Este programa no puede escribir un formato pedido
    .why = Un formato que se pide y no se escribe faltaría sin que nadie lo dijera.
format-refused = { $resource } no se ofrece como { $format }: { $reason ->
        [too-many-rows] tiene más filas de las que caben en el formato ({ $limit })
        [too-many-columns] tiene más columnas de las que caben en el formato ({ $limit })
        [too-long-cells] tiene celdas más largas de lo que cabe en el formato ({ $limit } caracteres)
        [small] es tan pequeña que no hace falta
       *[no-geometry] ninguna columna contiene coordenadas
    }.
    .help = No hay que hacer nada: los otros formatos contienen la tabla entera.
    .title = Una tabla no se ofrece en un formato
    .why = Un archivo cortado en el límite del formato parecería completo.
personal-rare-combinations = { $combinations ->
        [one] Una combinación de { $columns } la comparten
       *[other] { $combinations } combinaciones de { $columns } las comparten
    } menos de { $at_least } filas: { $rows ->
        [one] una fila
       *[other] { $rows } filas
    } en total, y la más rara la { $fewest ->
        [one] tiene una sola fila
       *[other] comparten { $fewest } filas
    }.
    .help = Publique grupos más amplios (edades por decenas, entidades en lugar de municipios), quite una columna, o publique conteos en lugar de personas.
    .title = Combinaciones raras podrían revelar a personas
    .why = Quien conoce la edad, el sexo y el municipio de una persona encuentra su fila si nadie más los comparte, y lee todo lo demás.
personal-not-protected = { $reason ->
        [bare] { $count ->
            [one] Un conteo pequeño no se puede ocultar de modo que nadie lo calcule
           *[other] { $count } conteos pequeños no se pueden ocultar de modo que nadie los calcule
        }: los totales declarados de { $file } no son la suma de sus partes.
        [column] La columna «{ $column }» está declarada en «disclosure», pero { $file ->
            [none] no está en ninguna tabla del conjunto.
           *[other] no está en { $file }.
        }
        [column-sum] La columna de totales «{ $column }» está declarada con partes que { $file } no tiene, o como parte de sí misma.
        [declaration] No se puede leer lo declarado en «disclosure», así que no consta que algo en { $file } esté protegido.
        [label] «{ $label }» está declarado como total de «{ $column }», pero ninguna fila de { $file } lo tiene.
        [no-count] «{ $column }» tiene columnas que se ocultan con ella, pero no está entre los conteos.
        [no-table] En «disclosure» se declara algo de { $file }, que no se puede leer como tabla.
        [not-whole] «{ $column }» está declarada como columna de conteos, pero una de sus celdas en { $file } no es un número entero.
        [repeated] { $count ->
            [one] Una fila de { $file } cuenta
           *[other] { $count } filas de { $file } cuentan
        } a las mismas personas que una anterior, por lo que dicen las columnas declaradas.
        [too-many] { $file } tiene más de { $limit } conteos: el límite { $name } no permite más.
        [total-column] La columna «{ $column }» de { $file } parece tener totales, y no está declarada como tal.
       *[total-row] «{ $label }» en la columna «{ $column }» de { $file } parece un total, y no está declarado como tal.
    }
    .help = { $reason ->
        [bare] Corrija los totales en el archivo, o quítelos de él.
        [column] { $near ->
            [none] Corrija el nombre, o quítelo de la declaración.
           *[other] ¿Quiso decir «{ $near }»?
        }
        [column-sum] Enumere las columnas que suman, por ejemplo total_columns: { "{" }{ $column }: [mujeres, hombres]{ "}" }.
        [declaration] Corrija lo que se dice de ella arriba o abajo de este mensaje.
        [label] Escríbalo como está en el archivo, o quítelo de la declaración.
        [no-count] Agréguela a «counts», o escriba en su lugar la columna de conteos.
        [no-table] Quite este archivo del conjunto, o publique su tabla como CSV u hoja de cálculo.
        [not-whole] Declare en el esquema las palabras que significan «sin valor» (missingValues), y no ponga tasas ni porcentajes en «counts»: van en «hide_with».
        [repeated] Escriba en «dimensions» todas las columnas que distinguen las filas, por ejemplo el año.
        [too-many] Súbalo en [limits] de tragaluz.toml, o publique menos grupos.
        [total-column] Declare de qué es la suma, por ejemplo total_columns: { "{" }{ $column }: [mujeres, hombres]{ "}" }, o con una lista vacía que no es un total.
       *[total-row] Escriba totals: { "{" }{ $column }: ["{ $label }"]{ "}" }, o totals: { "{" }{ $column }: []{ "}" } si no es un total.
    }
    .title = La protección de los conteos no está garantizada
    .why = Si no se sabe qué números suman cuáles, un conteo que no se muestra se puede obtener restando. Por eso no se publica nada de esta tabla.
personal-counts-hidden = { $count ->
        [one] Un número no se muestra, para proteger a las personas: es un conteo menor de { $below }, o permitiría calcular uno.
       *[other] { $count } números no se muestran, para proteger a las personas: { $small ->
            [one] uno es un conteo menor
           *[other] { $small } son conteos menores
        } de { $below }, y { $others ->
            [0] para eso no hace falta ningún otro.
            [one] otro permitiría calcular alguno.
           *[other] otros { $others } permitirían calcular alguno.
        }
    }
    .help = No hay nada que hacer. El archivo tal como se recibió no se publica.
    .title = Se ocultan conteos para proteger a las personas
    .why = Un conteo de pocas personas en un lugar pequeño dice quiénes son.
personal-totals-differ = { $count ->
        [one] Un total declarado no es la suma de sus partes.
       *[other] { $count } totales declarados no son la suma de sus partes.
    }
    .help = Revise si falta una parte, o si un total se escribió a mano.
    .title = Un total difiere de la suma de partes
    .why = Los conteos pequeños se ocultan según lo que dicen los totales. Si un total está mal, se averigua menos, pero también se nota que algo está mal.
personal-computed-columns = { $columns }: estas columnas parecen calculadas a partir de conteos que no se muestran, y podrían revelarlos.
    .help = Si lo son, escríbalas en «disclosure», por ejemplo hide_with: { "{" }personas: [porcentaje]{ "}" }.
    .title = Columnas calculadas podrían revelar conteos ocultos
    .why = Un porcentaje junto con el total del que es parte es un conteo.
data-label-unmatched = { $what ->
    [column] «labels» nombra la columna «{ $column }», y ninguna tabla del conjunto la tiene.
    [value] «labels» nombra el valor «{ $name }» de la columna «{ $column }», y ninguna fila lo tiene.
   *[unlabelled] El valor «{ $name }» de la columna «{ $column }» no tiene etiqueta; otros de la columna sí.
}
    .help = { $what ->
        [column] Escriba el nombre de la columna como está en las descargas, o quite esta línea.
        [value] Escriba el valor como está en los datos, entre comillas si empieza con 0, o quítelo.
       *[unlabelled] Agregue el valor debajo de labels y de { $column }, con lo que significa. Puede haber otros sin etiqueta.
    }
    .title = Las etiquetas y los valores no coinciden
    .why = Una etiqueta que no encuentra su valor no se muestra en ningún lado, y quien lee ve la clave en su lugar.
