"""The border to QGIS: frames to layers and back, the workspace, provenance, texts of errors."""
