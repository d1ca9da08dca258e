"""The usual way, small: pandas downloads two feeds, joins them, and Flask shows one total. A tool for measuring, not for use."""

import os
import time

import pandas
from flask import Flask, abort, jsonify, request
from markupsafe import escape

FEEDS = os.environ.get("FEEDS", "http://127.0.0.1:8900")
KEEP_SECONDS = float(os.environ.get("KEEP_SECONDS", "0"))
PERIODS = ["1_hour", "3_hour", "6_hour", "24_hour", "since_midnight", "5_day_total"]
FIVE_DAY_COLUMNS = ["site", "location", "basin", "today", "last24", "day1", "day2", "day3", "day4", "5_day_total", "reported"]

app = Flask(__name__)
kept = {"until": 0.0, "table": None}


def join(recent, five_day):
    """Reads two of the feeds and joins them by site."""
    left = pandas.read_csv(recent)
    left.columns = [name.strip().lower().replace(" ", "_").replace("(", "").replace(")", "") for name in left.columns]
    right = pandas.read_csv(five_day, names=FIVE_DAY_COLUMNS, skiprows=1)
    return left.set_index("site").join(right.set_index("site"), rsuffix="_5")


def table():
    if kept["table"] is None or time.monotonic() > kept["until"]:
        kept["table"] = join(f"{FEEDS}/Rainfall.csv", f"{FEEDS}/Rain5Day.csv")
        kept["until"] = time.monotonic() + KEEP_SECONDS
    return kept["table"]


@app.get("/")
def page():
    gauges, site, period = table(), request.args.get("site", type=int), request.args.get("period", "24_hour")
    options = "".join(f"<option value={number}>{escape(name)}</option>" for number, name in gauges["location"].items())
    choices = "".join(f"<option>{name}</option>" for name in PERIODS)
    answer = ""
    if site in gauges.index and period in PERIODS:
        answer = f"<p>{gauges.at[site, period]} inches at {escape(gauges.at[site, 'location'])}</p>"
    return f"<!doctype html><title>Rain</title><form><select name=site>{options}</select><select name=period>{choices}</select><button>Show</button></form>{answer}"


@app.get("/api/rainfall/<int:site>/<period>")
def total(site, period):
    gauges = table()
    if site not in gauges.index or period not in PERIODS:
        abort(404)
    return jsonify(site=site, location=gauges.at[site, "location"], period=period, inches=float(gauges.at[site, period]))
