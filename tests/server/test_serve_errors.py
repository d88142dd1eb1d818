"""Whatever keeps the server from starting is one readable line with what to do."""

from __future__ import annotations

import io
import socket
import tarfile
from pathlib import Path

import pytest

from keuzehulp.server.serve import StartError, actions_of, bind, check_model


def test_no_model() -> None:
    with pytest.raises(StartError, match="make train"):
        check_model(None)


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StartError, match="bestaat niet"):
        check_model(tmp_path / "weg.tar.gz")


@pytest.mark.parametrize("content", [b"", b"geen model", b"\x1f\x8b\x08\x00afgebroken"])
def test_a_broken_model(tmp_path: Path, content: bytes) -> None:
    model = tmp_path / "m.tar.gz"
    model.write_bytes(content)
    with pytest.raises(StartError, match="beschadigd") as error:
        check_model(model)
    assert "\n" not in str(error.value)


def test_an_archive_that_holds_no_model(tmp_path: Path) -> None:
    model = tmp_path / "m.tar.gz"
    with tarfile.open(model, "w:gz") as archive:
        info = tarfile.TarInfo("metadata.json")
        info.size = 2
        archive.addfile(info, io.BytesIO(b"{}"))
    with pytest.raises(StartError, match="beschadigd"):
        check_model(model)


def test_half_a_model(tmp_path: Path) -> None:
    real = sorted((Path(__file__).resolve().parents[2] / "models").glob("*.tar.gz"))
    if not real:
        pytest.skip("needs a trained model: make train")
    model = tmp_path / "m.tar.gz"
    model.write_bytes(real[-1].read_bytes()[:200_000])
    with pytest.raises(StartError, match="beschadigd"):
        check_model(model)


def test_a_model_of_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import rasa

    real = sorted((Path(__file__).resolve().parents[2] / "models").glob("*.tar.gz"))
    if not real:
        pytest.skip("needs a trained model: make train")
    monkeypatch.setattr(rasa, "__version__", "3.6.99")
    with pytest.raises(StartError, match=r"3\.6\.99"):
        check_model(real[-1])


def test_a_port_that_is_taken() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(StartError, match="al bezet"):
            bind("127.0.0.1", other.getsockname()[1])


@pytest.mark.parametrize(("host", "port"), [("bestaat-niet.invalid", 5005), ("127.0.0.1", 99999)])
def test_an_address_that_cannot_be_used(host: str, port: int) -> None:
    with pytest.raises(StartError, match="lukt niet"):
        bind(host, port)


def test_actions_run_here_unless_a_server_is_named() -> None:
    from rasa.utils.endpoints import EndpointConfig

    from keuzehulp.server.in_process import InProcessActions

    assert isinstance(actions_of(None), InProcessActions)
    assert isinstance(
        actions_of(EndpointConfig(url="http://localhost:5055/webhook", in_process=True)), InProcessActions
    )
    remote = EndpointConfig(url="http://localhost:5055/webhook")
    assert actions_of(remote) is remote
