"""The files of deploy/ fit the program: names of settings, addresses and metrics exist, and they say what was not run."""

from __future__ import annotations

import json
import re
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families
from ruamel.yaml import YAML

from keuzehulp.server.metrics import Metrics

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
SOURCES = "".join(p.read_text() for p in (ROOT / "keuzehulp").rglob("*.py"))


def test_what_could_not_be_run_is_said_in_the_first_line() -> None:
    for name in ("Containerfile", "kubernetes.yaml"):
        assert (DEPLOY / name).read_text().startswith("# Not ")


def test_every_setting_is_one_that_is_read() -> None:
    files = [*DEPLOY.iterdir(), ROOT / "README.md"]
    named = {name for file in files for name in re.findall(r"KEUZEHULP_[A-Z_]+[A-Z]", file.read_text())}
    read = SOURCES + (DEPLOY / "endpoints.yml").read_text()
    assert {"KEUZEHULP_DB_URL", "KEUZEHULP_REDIS_URL", "KEUZEHULP_SECRET", "KEUZEHULP_PROXIES"} <= named
    assert not [name for name in named if name not in read]


def test_kubernetes_uses_addresses_and_options_that_exist() -> None:
    documents = list(YAML(typ="safe").load_all((DEPLOY / "kubernetes.yaml").read_text()))
    kinds = {d["kind"]: d for d in documents}
    assert set(kinds) == {"Deployment", "Service", "PodDisruptionBudget", "NetworkPolicy"}
    (container,) = kinds["Deployment"]["spec"]["template"]["spec"]["containers"]
    assert container["args"] == ["--endpoints", "deploy/endpoints.yml"]
    labels = kinds["Deployment"]["spec"]["template"]["metadata"]["labels"]
    assert kinds["Service"]["spec"]["selector"] == labels
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        assert container[probe]["httpGet"]["path"] in (
            "/webhooks/keuzehulp/ready",
            "/webhooks/keuzehulp/health",
        )


def test_the_container_copies_what_exists_and_starts_what_exists() -> None:
    text = (DEPLOY / "Containerfile").read_text()
    for line in re.findall(r"^COPY (.+) \S+$", text, re.MULTILINE):
        for source in line.split():
            assert (ROOT / source).exists(), source
    assert "keuzehulp.server.serve" in text
    assert "keuzehulp.server.train" in text


def test_the_dashboard_asks_for_metrics_that_exist() -> None:
    board = json.loads((DEPLOY / "grafana-dashboard.json").read_text())
    metrics = Metrics()
    metrics.errors.labels("x").inc()
    metrics.ratings.labels("up").inc()
    families = text_string_to_metric_families(metrics.text().decode())
    known = {sample.name for family in families for sample in family.samples}
    asked = {
        name
        for panel in board["panels"]
        for target in panel["targets"]
        for name in re.findall(r"keuzehulp_\w+", target["expr"])
    }
    assert asked <= known
    assert {"keuzehulp_turns_total", "keuzehulp_crisis_shown_total", "keuzehulp_errors_total"} <= asked
