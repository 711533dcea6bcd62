"""EnAct: the workbench of the municipal heat transition in QGIS."""
