"""Capital and small letters for the brackets of a pattern: Latin, Greek and Cyrillic; names made of them."""

CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽȘȚΆΈ-ΏΑ-ΫЀ-ЯҐ"
SMALL = "a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžșțά-ώа-џґ"
FULL_NAME = rf"[{CAPITALS}][\w'’-]+(?:[ \u00a0][{CAPITALS}][\w'’-]+){{1,2}}"
"""The source of a pattern: two or three words with a capital letter."""
