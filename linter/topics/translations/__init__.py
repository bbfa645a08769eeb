"""The topic of translations: do the language versions of an article say the same?"""
