<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 attr="prevailing_carrier" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="Kohle" render="true" symbol="0" uuid="{74234cb3-647f-5969-a967-9c741e00e1c8}">
    <val type="string" value="coal"></val>
    <val type="string" value="lignite"></val>
    <val type="string" value="hard_coal"></val>
   </category>
   <category label="Gas" render="true" symbol="1" uuid="{7897083d-8fc0-5303-a9a7-1facae42cb58}">
    <val type="string" value="fossil_gas"></val>
    <val type="string" value="natural_gas"></val>
    <val type="string" value="lpg"></val>
    <val type="string" value="mine_gas"></val>
   </category>
   <category label="Öl" render="true" symbol="2" uuid="{4bf01ff2-cb96-520e-a50d-aaf4d4625801}">
    <val type="string" value="oil_products"></val>
    <val type="string" value="heating_oil"></val>
    <val type="string" value="diesel"></val>
   </category>
   <category label="Abfall" render="true" symbol="3" uuid="{7faed0e9-d838-5490-b586-96c2ae738565}">
    <val type="string" value="waste"></val>
    <val type="string" value="fossil_waste"></val>
    <val type="string" value="biogenic_waste"></val>
   </category>
   <category label="Biomasse" render="true" symbol="4" uuid="{7c55b9ef-348e-5eee-a85c-c6a49a51339c}">
    <val type="string" value="biomass"></val>
    <val type="string" value="solid_biomass"></val>
    <val type="string" value="liquid_biomass"></val>
    <val type="string" value="gaseous_biomass"></val>
    <val type="string" value="biogas"></val>
    <val type="string" value="biomethane"></val>
    <val type="string" value="sewage_gas"></val>
    <val type="string" value="landfill_gas"></val>
   </category>
   <category label="Wasserstoff" render="true" symbol="5" uuid="{4a57eac6-cd32-5e89-9d86-fd44144ff286}">
    <val type="string" value="hydrogen"></val>
    <val type="string" value="green_hydrogen"></val>
    <val type="string" value="blue_hydrogen"></val>
    <val type="string" value="orange_hydrogen"></val>
    <val type="string" value="turquoise_hydrogen"></val>
    <val type="string" value="hydrogen_derivatives"></val>
    <val type="string" value="synthetic_methane"></val>
   </category>
   <category label="Strom" render="true" symbol="6" uuid="{e9dc15b9-d35a-5686-b15d-f793621b9faf}">
    <val type="string" value="electricity"></val>
   </category>
   <category label="Solarthermie" render="true" symbol="7" uuid="{68f848ca-ac2e-57de-8f22-340348e56751}">
    <val type="string" value="solar_heat"></val>
   </category>
   <category label="Umweltwärme" render="true" symbol="8" uuid="{822e1a99-81f9-5bb5-8093-4550b58d370c}">
    <val type="string" value="geothermal"></val>
    <val type="string" value="shallow_geothermal"></val>
    <val type="string" value="deep_geothermal"></val>
    <val type="string" value="ambient"></val>
    <val type="string" value="groundwater"></val>
    <val type="string" value="surface_water"></val>
    <val type="string" value="mine_water"></val>
    <val type="string" value="air"></val>
    <val type="string" value="sewage"></val>
   </category>
   <category label="Abwärme" render="true" symbol="9" uuid="{fd1b1efc-e9fc-588d-8538-2f2ddbeecaf7}">
    <val type="string" value="waste_heat"></val>
   </category>
   <category label="Wärmenetz" render="true" symbol="10" uuid="{5fe851ee-6d74-50eb-bf59-ec9d7aaea1d0}">
    <val type="string" value="heat_network"></val>
   </category>
   <category label="Sonstige, unbekannt" render="true" symbol="11" uuid="{8dfcd9d9-7ff7-5a86-a557-de5c623cbcef}">
    <val type="string" value="other"></val>
    <val type="string" value="unknown"></val>
   </category>
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="26,24,28,200,rgb:0.10196078431372549,0.09411764705882353,0.10980392156862745,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="255,240,102,200,rgb:1,0.94117647058823528,0.40000000000000002,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="10" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="130,23,28,200,rgb:0.50980392156862742,0.09019607843137255,0.10980392156862745,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="11" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="157,153,154,200,rgb:0.61568627450980395,0.59999999999999998,0.60392156862745094,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="163,69,18,200,rgb:0.63921568627450975,0.27058823529411763,0.07058823529411765,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="3" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="207,99,207,200,rgb:0.81176470588235294,0.38823529411764707,0.81176470588235294,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="4" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="65,151,79,200,rgb:0.25490196078431371,0.59215686274509804,0.30980392156862746,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="5" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="31,28,204,200,rgb:0.12156862745098039,0.10980392156862745,0.80000000000000004,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="6" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="172,215,236,200,rgb:0.67450980392156867,0.84313725490196079,0.92549019607843142,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="7" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="242,160,17,200,rgb:0.94901960784313721,0.62745098039215685,0.06666666666666667,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="8" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="176,241,208,200,rgb:0.69019607843137254,0.94509803921568625,0.81568627450980391,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="9" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="89,38,89,200,rgb:0.34901960784313724,0.14901960784313725,0.34901960784313724,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
  </symbols>
  <rotation></rotation>
  <sizescale></sizescale>
  <data-defined-properties>
   <Option type="Map">
    <Option name="name" type="QString" value=""></Option>
    <Option name="properties"></Option>
    <Option name="type" type="QString" value="collection"></Option>
   </Option>
  </data-defined-properties>
 </renderer-v2>
 <selection mode="Default">
  <selectionColor invalid="1"></selectionColor>
 </selection>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <mapTip enabled="1">&lt;div style="font-family:Arial,sans-serif;font-size:9pt;color:#2b2f36"&gt;
&lt;b&gt;[% replace(to_string(coalesce("name", 'Baublock')), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) %]&lt;/b&gt;
&lt;table cellspacing="0"&gt;
[% if("density_mwh_ha" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wärmebedarfsdichte&lt;/td&gt;&lt;td&gt;' || format_number("density_mwh_ha", if(abs("density_mwh_ha") &lt; 10, 2, if(abs("density_mwh_ha") &lt; 100, 1, 0)), 'de', false, true) || ' MWh/(ha·a)' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("density_low_mwh_ha" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wärmebedarfsdichte, unten&lt;/td&gt;&lt;td&gt;' || format_number("density_low_mwh_ha", if(abs("density_low_mwh_ha") &lt; 10, 2, if(abs("density_low_mwh_ha") &lt; 100, 1, 0)), 'de', false, true) || ' MWh/(ha·a)' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("density_high_mwh_ha" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wärmebedarfsdichte, oben&lt;/td&gt;&lt;td&gt;' || format_number("density_high_mwh_ha", if(abs("density_high_mwh_ha") &lt; 10, 2, if(abs("density_high_mwh_ha") &lt; 100, 1, 0)), 'de', false, true) || ' MWh/(ha·a)' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("useful_heat_mwh_a" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wärmebedarf (Nutzenergie)&lt;/td&gt;&lt;td&gt;' || format_number("useful_heat_mwh_a", if(abs("useful_heat_mwh_a") &lt; 10, 2, if(abs("useful_heat_mwh_a") &lt; 100, 1, 0)), 'de', false, true) || ' MWh/a' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("area_ha" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Fläche (netto)&lt;/td&gt;&lt;td&gt;' || format_number("area_ha", if(abs("area_ha") &lt; 10, 2, if(abs("area_ha") &lt; 100, 1, 0)), 'de', false, true) || ' ha' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("heated_buildings" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Beheizte Gebäude&lt;/td&gt;&lt;td&gt;' || format_number("heated_buildings", 0, 'de') || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("specific_kwh_m2" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Spezifischer Wärmebedarf&lt;/td&gt;&lt;td&gt;' || format_number("specific_kwh_m2", if(abs("specific_kwh_m2") &lt; 10, 2, if(abs("specific_kwh_m2") &lt; 100, 1, 0)), 'de', false, true) || ' kWh/(m²·a)' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_carrier" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Überwiegender Energieträger&lt;/td&gt;&lt;td&gt;' || represent_value("prevailing_carrier") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("gas_percent" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil Gas&lt;/td&gt;&lt;td&gt;' || format_number("gas_percent", if(abs("gas_percent") &lt; 10, 2, if(abs("gas_percent") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("oil_percent" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil Heizöl&lt;/td&gt;&lt;td&gt;' || format_number("oil_percent", if(abs("oil_percent") &lt; 10, 2, if(abs("oil_percent") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("heat_network_percent" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil Wärmenetz&lt;/td&gt;&lt;td&gt;' || format_number("heat_network_percent", if(abs("heat_network_percent") &lt; 10, 2, if(abs("heat_network_percent") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_type" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Überwiegender Gebäudetyp&lt;/td&gt;&lt;td&gt;' || represent_value("prevailing_type") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_age" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Überwiegende Baualtersklasse&lt;/td&gt;&lt;td&gt;' || represent_value("prevailing_age") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("largest_consumer_percent" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil des größten Gebäudes&lt;/td&gt;&lt;td&gt;' || format_number("largest_consumer_percent", if(abs("largest_consumer_percent") &lt; 10, 2, if(abs("largest_consumer_percent") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
&lt;/table&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
