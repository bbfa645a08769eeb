"""The names of units in seven languages, in the forms that stand after a number."""

from __future__ import annotations

_NAMES: dict[str, str] = {
    "en": "mm:millimetre,millimetres,millimeter,millimeters;cm:centimetre,centimetres,centimeter,centimeters;"
    "m:metre,metres,meter,meters;km:kilometre,kilometres,kilometer,kilometers;in:inch,inches,in.;"
    "ft:foot,feet;yd:yard,yards;mi:mile,miles;nmi:nautical mile,nautical miles;ly:light year,light years,"
    "light-year,light-years;m²:square metre,square metres,square meter,square meters;"
    "km²:square kilometre,square kilometres,square kilometer,square kilometers;ha:hectare,hectares;"
    "ft²:square foot,square feet;mi²:square mile,square miles;acre:acre,acres;ml:millilitre,millilitres,"
    "milliliter,milliliters;l:litre,litres,liter,liters;m³:cubic metre,cubic metres,cubic meter,cubic meters;"
    "ft³:cubic foot,cubic feet;gal:gallon,gallons;pt:pint,pints;fl oz:fluid ounce,fluid ounces;"
    "bbl:barrel,barrels;mg:milligram,milligrams;g:gram,grams,gramme,grammes;kg:kilogram,kilograms,kilo,kilos,"
    "kilogramme,kilogrammes;t:tonne,tonnes,metric ton,metric tons;ton:ton,tons;pound:pound,pounds;"
    "oz:ounce,ounces;st:stone;km/h:kilometres per hour,kilometers per hour,kilometres an hour,"
    "kilometers an hour,km per hour,km an hour;m/s:metres per second,meters per second;mph:miles per hour,"
    "miles an hour;kn:knot,knots;°C:degrees Celsius,degrees C,C;°F:degrees Fahrenheit,degrees F,F;"
    "kW:kilowatt,kilowatts;MW:megawatt,megawatts;GW:gigawatt,gigawatts;hp:horsepower;"
    "kWh:kilowatt hours,kilowatt-hours;kJ:kilojoules;kcal:kilocalories;cal:calories;s:second,seconds;"
    "min:minute,minutes;h:hour,hours;d:day,days;week:week,weeks;month:month,months;year:year,years;"
    "B:byte,bytes;KB:kilobytes;MB:megabytes,megabyte;GB:gigabytes,gigabyte;TB:terabytes,terabyte",
    "fr": "mm:millimètre,millimètres;cm:centimètre,centimètres;m:mètre,mètres;km:kilomètre,kilomètres;"
    "in:pouce,pouces;ft:pied,pieds;mi:mile,miles;nmi:mille nautique,milles nautiques,mille marin,"
    "milles marins;mille:milles;ly:année-lumière,années-lumière;"
    "m²:mètre carré,mètres carrés;km²:kilomètre carré,"
    "kilomètres carrés;ha:hectare,hectares;acre:acre,acres;"
    "ml:millilitre,millilitres;cl:centilitre,centilitres;l:litre,litres;"
    "m³:mètre cube,mètres cubes;gal:gallon,gallons;bbl:baril,barils;mg:milligramme,milligrammes;"
    "g:gramme,grammes;kg:kilo,kilos,kilogramme,kilogrammes;t:tonne,tonnes;oz:once,onces;"
    "mph:miles par heure,miles à l'heure;km/h:kilomètres-heure,kilomètres heure,kilomètres par heure,"
    "kilomètres/heure;m/s:mètres par seconde;"
    "kn:nœud,nœuds,noeuds;°C:degré,degrés,degrés Celsius;kW:kilowatt,kilowatts;MW:mégawatt,mégawatts;"
    "GW:gigawatt,gigawatts;hp:ch,chevaux;kWh:kilowattheures,kilowatt-heures;cal:calories;s:seconde,secondes;"
    "min:minute,minutes;h:heure,heures;d:jour,jours;week:semaine,semaines;month:mois;year:an,ans,année,"
    "années;"
    "MB:mégaoctets;GB:gigaoctets",
    "de": "mm:Millimeter;cm:Zentimeter;m:Meter,Metern;km:Kilometer,Kilometern;in:Zoll;ft:Fuß;"
    "mi:Meile,Meilen;nmi:Seemeile,Seemeilen;ly:Lichtjahr,Lichtjahre,Lichtjahren;m²:Quadratmeter,"
    "Quadratmetern;"
    "km²:Quadratkilometer,Quadratkilometern;ha:Hektar;acre:Acre,Acres;ml:Milliliter;l:Liter,Litern;"
    "m³:Kubikmeter,Kubikmetern;gal:Gallone,Gallonen;bbl:Barrel,Fass;mg:Milligramm;g:Gramm;kg:Kilo,"
    "Kilogramm;t:Tonne,Tonnen;"
    "Pfund:Pfund;oz:Unze,Unzen;km/h:Stundenkilometer,Stundenkilometern,Kilometer pro Stunde;"
    "mph:Meilen pro Stunde;m/s:Meter pro Sekunde;kn:Knoten;°C:Grad,Grad Celsius;°F:Grad Fahrenheit;"
    "kW:Kilowatt;MW:Megawatt;"
    "GW:Gigawatt;kWh:Kilowattstunden;kcal:Kilokalorien;s:Sekunde,Sekunden;min:Minute,Minuten;"
    "h:Stunde,Stunden;d:Tag,Tage,Tagen;week:Woche,Wochen;month:Monat,Monate,Monaten;year:Jahr,Jahre,Jahren;"
    "B:Byte,Bytes;MB:Megabyte;GB:Gigabyte",
    "es": "mm:milímetro,milímetros;cm:centímetro,centímetros;m:metro,metros;km:kilómetro,kilómetros;"
    "in:pulgada,pulgadas;ft:pie,pies;mi:milla,millas;nmi:milla náutica,millas náuticas;ly:años luz;"
    "m²:metro cuadrado,metros cuadrados;km²:kilómetro cuadrado,kilómetros cuadrados;ha:hectárea,hectáreas;"
    "acre:acre,acres;ml:mililitros;l:litro,litros;m³:metro cúbico,metros cúbicos;gal:galón,galones;"
    "bbl:barril,barriles;mg:miligramos;g:gramo,gramos;kg:kilo,kilos,kilogramo,kilogramos;t:tonelada,"
    "toneladas;"
    "pound:libra,libras;oz:onza,onzas;km/h:kilómetros por hora;m/s:metros por segundo;mph:millas por hora;"
    "kn:nudos;°C:grados,grados Celsius,grados centígrados;°F:grados Fahrenheit;"
    "kW:kilovatio,kilovatios;MW:megavatio,megavatios;GW:gigavatio,gigavatios;kWh:kilovatios hora;"
    "s:segundo,segundos;min:minuto,minutos;h:hora,horas;d:día,días;week:semana,semanas;month:mes,meses;"
    "year:año,años;MB:megabytes;GB:gigabytes",
    "it": "mm:millimetri;cm:centimetro,centimetri;m:metro,metri;km:chilometro,chilometri;in:pollice,pollici;"
    "ft:piede,piedi;mi:miglio,miglia;nmi:miglia nautiche;ly:anni luce;m²:metri quadrati,metri quadri;"
    "km²:chilometri quadrati,chilometri quadri;ha:ettaro,ettari;acre:acri;ml:millilitri;l:litro,litri;"
    "m³:metri cubi;gal:galloni;bbl:barile,barili;mg:milligrammi;g:grammo,grammi;"
    "kg:chilo,chili,chilogrammo,chilogrammi;t:tonnellata,tonnellate;pound:libbre;oz:once;"
    "km/h:chilometri orari,chilometri all'ora,km orari;mph:miglia orarie,miglia all'ora;kn:nodi;"
    "°C:gradi,gradi centigradi,gradi Celsius;°F:gradi Fahrenheit;hp:cavalli;"
    "kW:kilowatt;MW:megawatt;GW:gigawatt;s:secondo,secondi;"
    "min:minuto,minuti;h:ora,ore;d:giorno,giorni;week:settimana,settimane;month:mese,mesi;year:anno,anni",
    "pt": "mm:milímetros;cm:centímetro,centímetros;m:metro,metros;km:quilômetro,quilômetros,quilómetro,"
    "quilómetros;in:polegada,polegadas;ft:pé,pés;mi:milha,milhas;nmi:milhas náuticas;ly:anos-luz;"
    "m²:metro quadrado,metros quadrados;km²:quilômetros quadrados,quilómetros quadrados;ha:hectare,hectares;"
    "acre:acres;ml:mililitros;l:litro,litros;m³:metros cúbicos;gal:galão,galões;bbl:barril,barris;"
    "mg:miligramas;g:grama,gramas;kg:quilo,quilos,quilograma,quilogramas;t:tonelada,toneladas;"
    "pound:libras;mph:milhas por hora;km/h:quilômetros por hora,quilómetros por hora;kn:nós;°C:graus,"
    "graus Celsius;"
    "hp:cavalos;kW:quilowatts,kilowatts;MW:megawatts,megawatt;GW:gigawatts,gigawatt;s:segundo,segundos;min:minuto,minutos;h:hora,horas;d:dia,dias;week:semana,semanas;"
    "month:mês,meses;year:ano,anos",
    "nl": "mm:millimeter;cm:centimeter;m:meter;km:kilometer;in:inch;ft:voet;mi:mijl;nmi:zeemijl;ly:lichtjaar;"
    "m²:vierkante meter;km²:vierkante kilometer;ha:hectare;acre:acre;ml:milliliter;l:liter;m³:kubieke meter;"
    "bbl:vaten,vat;mg:milligram;g:gram;kg:kilo,kilogram;t:ton;oz:ounce;km/h:kilometer per uur;"
    "mph:mijl per uur;kn:knopen;"
    "°C:graden,graden Celsius;°F:graden Fahrenheit;hp:pk;"
    "kW:kilowatt;MW:megawatt;GW:gigawatt;s:seconde,seconden;min:minuut,minuten;h:uur;"
    "d:dag,dagen;week:week,weken;month:maand,maanden;year:jaar",
}


def names(language: str) -> dict[str, str]:
    """The unit names of a language, as written, with the keys of their units."""
    written: dict[str, str] = {}
    for row in filter(None, _NAMES.get(language, "").split(";")):
        key, _, forms = row.partition(":")
        written |= dict.fromkeys(forms.split(","), key)
    return written
