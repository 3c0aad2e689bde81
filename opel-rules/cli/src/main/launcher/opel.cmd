@echo off
rem opel for Windows: runs the opel.jar beside it, by JAVA_HOME or else the java on the PATH, with options that help a short run.
rem Nobody has tried this on Windows yet. "java -jar opel.jar" does the same, and starts more slowly.
rem The first run keeps the classes of the jar, as the JVM holds them, in the user's own application data.
setlocal
set "jar=%~dp0opel.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
set "compile=-XX:TieredStopAtLevel=1"
if "%~1"=="replay" set "compile=-XX:+TieredCompilation"
if not defined LOCALAPPDATA goto plain
set "folder=%LOCALAPPDATA%\opel-rules"
set "version=%PROCESSOR_ARCHITECTURE%"
if defined JAVA_HOME for /f "usebackq tokens=2 delims==" %%v in (`findstr /b JAVA_VERSION= "%JAVA_HOME%\release" 2^>nul`) do set "version=%%~v"
set "archive=%folder%\@jar.digest@-%version%.jsa"
if exist "%archive%" goto kept
mkdir "%folder%" 2>nul
set "aside=%folder%\aside-%RANDOM%-%RANDOM%"
echo {"format": "opel.report/1", "organisation": "RXX", "providerType": "acute", "observedAt": "2024-01-08T08:00:00Z", "readings": {"ga-bed-occupancy": "98.2"}} | "%java%" -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-XX:ArchiveClassesAtExit=%aside%" -jar "%jar%" score - >nul 2>nul
if not exist "%aside%" type nul >"%aside%" 2>nul
move /y "%aside%" "%archive%" >nul 2>nul
:kept
"%java%" -Xlog:disable -XX:+UseSerialGC %compile% "-XX:SharedArchiveFile=%archive%" -XX:+VerifySharedSpaces -jar "%jar%" %*
exit /b %ERRORLEVEL%
:plain
"%java%" -Xlog:disable -XX:+UseSerialGC %compile% -jar "%jar%" %*
exit /b %ERRORLEVEL%
