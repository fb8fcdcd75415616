; Windows installer: for the user alone, so that it needs no administrator. It puts the program below the user's own programs and its
; folder into the user's PATH, and takes both away again.
;
;     makensis -DVERSION=0.1.0 -DFOLDER=… -DOUT=… .ci/installer.nsi
; As the program: Wine without its part for 32 bits runs it too.
Target amd64-unicode
!include "MUI2.nsh"
!include "WinMessages.nsh"

Name "tragaluz ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\tragaluz"
SetCompressor /SOLID lzma
; The same files make the same installer.
SetDateSave off

!define MUI_FINISHPAGE_TITLE "$(done)"
!define MUI_FINISHPAGE_TEXT "$(next)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"

LangString done ${LANG_ENGLISH} "tragaluz is ready"
LangString done ${LANG_SPANISH} "tragaluz está listo"
LangString next ${LANG_ENGLISH} "Open a new window of Windows Terminal or PowerShell and write: tragaluz new my-portal"
LangString next ${LANG_SPANISH} "Abra una ventana nueva de Terminal de Windows o PowerShell y escriba: tragaluz new mi-portal"

!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\tragaluz"

Section
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${LISTED}" "DisplayName" "tragaluz"
  WriteRegStr HKCU "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
  ; NSIS cuts values at 1,024 letters, and a PATH may be longer: PowerShell changes it, and only where the folder is not in it.
  nsExec::Exec `powershell -NoProfile -NonInteractive -Command "$$p=[Environment]::GetEnvironmentVariable('Path','User'); if(($$p -split ';') -notcontains '$INSTDIR'){[Environment]::SetEnvironmentVariable('Path',(@($$p,'$INSTDIR') -ne '' -join ';'),'User')}"`
  Pop $0
SectionEnd

Section "Uninstall"
  nsExec::Exec `powershell -NoProfile -NonInteractive -Command "$$p=[Environment]::GetEnvironmentVariable('Path','User'); [Environment]::SetEnvironmentVariable('Path',(($$p -split ';') -ne '$INSTDIR' -join ';'),'User')"`
  Pop $0
  ; What the installer put there, and nothing else.
  Delete "$INSTDIR\tragaluz.exe"
  Delete "$INSTDIR\README.md"
  Delete "$INSTDIR\CHANGELOG.md"
  Delete "$INSTDIR\LICENSE-APACHE"
  Delete "$INSTDIR\LICENSE-MIT"
  Delete "$INSTDIR\*.cdx.json"
  Delete "$INSTDIR\completions\tragaluz.*"
  RMDir "$INSTDIR\completions"
  Delete "$INSTDIR\man\man1\tragaluz*.1"
  RMDir "$INSTDIR\man\man1"
  Delete "$INSTDIR\man\es\man1\tragaluz*.1"
  RMDir "$INSTDIR\man\es\man1"
  RMDir "$INSTDIR\man\es"
  RMDir "$INSTDIR\man"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${LISTED}"
SectionEnd
