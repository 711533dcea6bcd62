"""Runs in open-mastr's own environment: its parser of the bulk export on a local zip, into SQLite, without download.

`Mastr.download` always asks the server first; what follows there is `write_mastr_xml_to_database`, called here with
the same arguments (all data, cleansing on, one process, as by default). Prints the seconds of that call and the rows of
each table as JSON.
"""

import json
import sys
import time
from pathlib import Path

from open_mastr.utils import orm
from open_mastr.utils.helpers import transform_data_parameter
from open_mastr.xml_download.utils_write_to_database import write_mastr_xml_to_database
from sqlalchemy import create_engine, text


def main() -> None:
    """Load the zip of the first argument into the database of the second."""
    path, database = sys.argv[1], Path(sys.argv[2])
    database.unlink(missing_ok=True)
    engine = create_engine(f"sqlite:///{database}")
    orm.Base.metadata.create_all(engine)
    started = time.perf_counter()
    write_mastr_xml_to_database(
        engine=engine,
        zipped_xml_file_path=path,
        data=transform_data_parameter(None),
        bulk_cleansing=True,
        bulk_download_date="20260801",
    )
    seconds = time.perf_counter() - started
    with engine.connect() as connection:
        tables = {
            name: connection.execute(text(f'select count(*) from "{name}"')).scalar()
            for name in sorted(orm.Base.metadata.tables)
        }
    sys.stdout.write(
        "\n" + json.dumps({"seconds": seconds, "rows": {k: v for k, v in tables.items() if v}}) + "\n"
    )


if __name__ == "__main__":
    main()
