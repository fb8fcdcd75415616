### Hallazgos sobre los archivos de datos.

data-unreadable = Este archivo no se puede leer como tabla: { $cause }.
    .help = Ábralo en el programa de donde viene y guárdelo de nuevo como CSV en UTF-8.
    .why = Una tabla que no se puede leer no se puede revisar, mostrar ni ofrecer en otros formatos.
dataset-empty = Este conjunto de datos no tiene ningún archivo con datos.
    .help = Ponga un archivo CSV en su carpeta, o quite la carpeta.
    .why = Un conjunto de datos sin datos es una promesa que no se puede cumplir.
