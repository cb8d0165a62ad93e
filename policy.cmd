@echo off
rem Starts the policy program: the packed one of a release, which needs no SDK, or that of this checkout, which is built first when sources changed.
rem Works from any current directory.
setlocal EnableExtensions
set "ROOT=%~dp0"
set "STATE=%ROOT%artifacts\policy"
set "DOTNET_NOLOGO=1"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
chcp 65001 >nul 2>nul

if exist "%ROOT%program\policy.exe" goto packed
where dotnet >nul 2>nul
if errorlevel 1 (
  echo dotnet was not found: install the .NET 10 SDK, then try again. 1>&2
  exit /b 3
)

rem A mirror of the sources as they were built tells whether anything changed; robocopy /L only compares.
call :changed
if not errorlevel 1 goto start

if not exist "%STATE%" mkdir "%STATE%"
:lock
rem Only one process can create the folder; the others wait for it to go.
mkdir "%STATE%\lock" 2>nul
if errorlevel 1 (
  ping -n 2 127.0.0.1 >nul
  goto lock
)
call :changed
if not errorlevel 1 goto unlock
call :build
if errorlevel 1 (
  rmdir "%STATE%\lock"
  exit /b 3
)
:unlock
rmdir "%STATE%\lock"

:start
endlocal & dotnet "%~dp0artifacts\policy\current\policy.dll" %*
exit /b %ERRORLEVEL%

:packed
endlocal & "%~dp0program\policy.exe" %*
exit /b %ERRORLEVEL%

:changed
if not exist "%STATE%\current\policy.dll" exit /b 1
for %%D in (compiler runtime) do (
  robocopy "%ROOT%%%D" "%STATE%\mirror\%%D" /MIR /L /NJH /NJS /NP /NS /NC /NFL /NDL >nul
  if errorlevel 1 exit /b 1
)
robocopy "%ROOT%." "%STATE%\mirror\root" *.props *.targets global.json BannedSymbols.txt /L /NJH /NJS /NP /NS /NC /NFL /NDL >nul
if errorlevel 1 exit /b 1
exit /b 0

:build
dotnet publish "%ROOT%runtime\Dsl.Cli\Dsl.Cli.csproj" -c Release -nodeReuse:false -v:quiet --artifacts-path "%ROOT%artifacts\publish" -o "%STATE%\current" >"%STATE%\build.log" 2>&1
if errorlevel 1 (
  type "%STATE%\build.log" 1>&2
  exit /b 1
)
for %%D in (compiler runtime) do robocopy "%ROOT%%%D" "%STATE%\mirror\%%D" /MIR /NJH /NJS /NP /NS /NC /NFL /NDL >nul
robocopy "%ROOT%." "%STATE%\mirror\root" *.props *.targets global.json BannedSymbols.txt /NJH /NJS /NP /NS /NC /NFL /NDL >nul
exit /b 0
