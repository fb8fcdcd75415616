"""Makes `informes.xlsx`: a form's answers as a clerk keeps them. Needs openpyxl 3.1.5; run it from this folder."""

import datetime

import openpyxl

book = openpyxl.Workbook()
notes = book.active
notes.title = "Notas"
notes.append(["Esta hoja no tiene informes."])
answers = book.create_sheet("Respuestas")
answers.append(["Informes de fin de compromiso"])
answers.append([])
answers.append(
    [
        "Marca temporal",
        "Dirección de correo electrónico",
        "Nombre del evaluador",
        "Compromiso",
        "1.1",
        "Provide a brief explanation of your answer:",
        "1.3",
        "2.1.1. – Did the government disclose more?",
        "Degree of result:",
        "3. Lecciones",
    ]
)
answers.append(
    [
        datetime.datetime(2023, 3, 15, 10, 22),
        "persona@correo.example",
        "Ana Uno",
        "Agua clara (C1)",
        "Limitado",
        "Se trabaja\nen ello",
        "All of the milestones were implemented as planned",
        "Sí",
        "Major",
        "Seguir así.",
    ]
)
answers.append([datetime.date(2024, 5, 2), None, "Luis Dos", "C1", "Complete", None, None, "No", None, None])
for row in (4, 5):
    answers.cell(row, 1).number_format = "dd/mm/yyyy hh:mm"
book.save("informes.xlsx")
