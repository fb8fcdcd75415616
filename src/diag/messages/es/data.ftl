### Findings about data files.

data-unreadable = This file cannot be read as a table: { $cause }.
    .help = Open it in the program it came from and save it again as CSV in UTF-8.
    .why = A table that cannot be read cannot be checked, shown or offered in other formats.
dataset-empty = This dataset has no file with data.
    .help = Put a CSV file into its folder, or take the folder out.
    .why = A dataset without data is a promise that cannot be kept.
