"""Services of the internet and what they deliver, as files on this computer.

All traffic goes through one `requests.Session` (`session.open_session`): outside QGIS with requests' own transport, in
QGIS with `qgis_transport.QgisTransport`; only the modules named `qgis_…` here know QGIS.
"""
