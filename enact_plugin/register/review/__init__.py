"""What planners say of single units: corrected values, accepted findings, and the table of findings."""
