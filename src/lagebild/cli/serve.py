"""`lagebild serve`: the case in a browser."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from lagebild.cli.output import err, friendly_errors, out
from lagebild.errors import WrongUse


def serve(
    case: Annotated[Path, typer.Argument(help="The case file.")],
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8765,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Show the case, refuse every change.")
    ] = False,
    by: Annotated[str | None, typer.Option("--by", help="Who decides; your login else.")] = None,
    password_file: Annotated[
        Path | None, typer.Option(help="File with the hash of the password that opens the pages.")
    ] = None,
    set_password: Annotated[
        bool, typer.Option("--set-password", help="Ask for a password, write the file, and stop.")
    ] = False,
    certificate: Annotated[
        Path | None, typer.Option(help="TLS certificate (PEM), so that nothing goes unencrypted.")
    ] = None,
    certificate_key: Annotated[Path | None, typer.Option(help="Its private key (PEM).")] = None,
) -> None:
    """Open the case in a browser: http://127.0.0.1:8765. Only this machine can reach it.

    Example: `lagebild serve lage.case`
    """
    import uvicorn  # noqa: PLC0415  # only this command needs a web server

    from lagebild.web import Options, create_app  # noqa: PLC0415
    from lagebild.web.options import is_loopback  # noqa: PLC0415
    from lagebild.web.warm import keep_warm  # noqa: PLC0415

    with friendly_errors():
        if set_password:
            _set_password(password_file)
            return
        options = Options(
            host=host,
            read_only=read_only,
            password_hash=_password(password_file, needed=not is_loopback(host)),
            coder=by or getpass.getuser(),
        )
        app = create_app(case, options)
        _check_certificate(certificate, certificate_key)
    scheme = "https" if certificate else "http"
    shown = f"[{host}]" if ":" in host else host
    out.print(f"{case} is open at {scheme}://{shown}:{port} – stop with Ctrl+C.")
    if not is_loopback(host) and certificate is None:
        err.print("Without --certificate, the password and all pages travel unencrypted.")
    keep_warm(app, shown)
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        ssl_certfile=certificate,
        ssl_keyfile=certificate_key,
    )


def _password(file: Path | None, *, needed: bool) -> str | None:
    from lagebild.web.security.password import read_password  # noqa: PLC0415

    if file is not None:
        return read_password(file)
    if not needed:
        return None
    raise WrongUse(
        "With this --host, other machines can reach the case.",
        "Give --password-file too, or leave --host out.",
    )


def _set_password(file: Path | None) -> None:
    from lagebild.web.security.password import write_password  # noqa: PLC0415

    if file is None:
        raise WrongUse("--set-password needs --password-file.", "Name the file to write.")
    write_password(file, typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    out.print(f"{file} is written.")


def _check_certificate(certificate: Path | None, key: Path | None) -> None:
    for file in (certificate, key):
        if file is not None and not file.is_file():
            raise WrongUse(f'There is no file "{file}".', "Give the path of a PEM file.")
