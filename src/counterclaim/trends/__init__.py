"""Trends: which way each recorder's own counts go, when they turn, and what lies before and after a measure.

A recorder is compared with itself only. Nothing is added or averaged across recorders, and timing is never called a cause.
"""
