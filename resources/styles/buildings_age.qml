<qgis labelsEnabled="1" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 attr="age_class" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="bis 1918" render="true" symbol="0" type="string" uuid="{74234cb3-647f-5969-a967-9c741e00e1c8}" value="to_1918"></category>
   <category label="1919–1948" render="true" symbol="1" type="string" uuid="{ee49702c-6410-569f-89af-78e2e66bc9a1}" value="1919_1948"></category>
   <category label="1949–1978" render="true" symbol="2" type="string" uuid="{3c1c4283-91f4-55df-8a9b-0a4ed3cc826d}" value="1949_1978"></category>
   <category label="1979–1990" render="true" symbol="3" type="string" uuid="{11dfea8b-07db-5899-913d-2f4290f39bbc}" value="1979_1990"></category>
   <category label="1991–2000" render="true" symbol="4" type="string" uuid="{7897083d-8fc0-5303-a9a7-1facae42cb58}" value="1991_2000"></category>
   <category label="2001–2010" render="true" symbol="5" type="string" uuid="{841534bb-56ba-55c0-98c0-1fb1378ba2d5}" value="2001_2010"></category>
   <category label="2011–2019" render="true" symbol="6" type="string" uuid="{18038855-4eae-56f9-b458-a5f6a15a79e5}" value="2011_2019"></category>
   <category label="ab 2020" render="true" symbol="7" type="string" uuid="{77ad5662-c7d3-580b-9e58-6d70f473ac01}" value="from_2020"></category>
   <category label="unbekannt oder nur als Mischung (Zensus)" render="true" symbol="8" uuid="{36527699-eb0c-5a75-a697-9bb4dfc9ec81}">
    <val type="string" value="unknown"></val>
    <val type="string" value=""></val>
   </category>
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="43,10,61,255,rgb:0.16862745098039217,0.0392156862745098,0.23921568627450981,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="132,27,100,255,rgb:0.51764705882352946,0.10588235294117647,0.39215686274509803,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="169,46,91,255,rgb:0.66274509803921566,0.1803921568627451,0.35686274509803922,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="3" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="199,64,80,255,rgb:0.7803921568627451,0.25098039215686274,0.31372549019607843,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="4" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="225,99,69,255,rgb:0.88235294117647056,0.38823529411764707,0.27058823529411763,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="5" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="243,157,66,255,rgb:0.95294117647058818,0.61568627450980395,0.25882352941176473,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="6" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="250,223,135,255,rgb:0.98039215686274506,0.87450980392156863,0.52941176470588236,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="7" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="255,251,208,255,rgb:1,0.98431372549019602,0.81568627450980391,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="8" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="185,185,185,255,rgb:0.72549019607843135,0.72549019607843135,0.72549019607843135,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
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
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="&quot;house_number&quot;" fontFamily="Arial" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="6.5" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="50" fontWordSpacing="0" forcedBold="0" forcedItalic="0" isExpression="1" legendString="Aa" multilineHeight="1" multilineHeightUnit="Percentage" namedStyle="" previewBkgrdColor="255,255,255,255,rgb:1,1,1,1" tabStopDistance="6" tabStopDistanceMapUnitScale="3x:0,0,0,0,0,0" tabStopDistanceUnit="Percentage" textColor="43,47,54,255,rgb:0.16862745098039217,0.18431372549019609,0.21176470588235294,1" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
    <families>
     <family name="Arial"></family>
     <family name="Liberation Sans"></family>
     <family name="DejaVu Sans"></family>
    </families>
    <text-buffer bufferBlendMode="0" bufferColor="255,255,255,220,rgb:1,1,1,0.86274509803921573" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="1" bufferSize="0.5" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferSizeUnits="MM"></text-buffer>
    <text-mask maskEnabled="0" maskJoinStyle="128" maskOpacity="1" maskSize="1.5" maskSize2="1.5" maskSizeMapUnitScale="3x:0,0,0,0,0,0" maskSizeUnits="MM" maskType="0" maskedSymbolLayers=""></text-mask>
    <background shapeBlendMode="0" shapeBorderColor="128,128,128,255,rgb:0.50196078431372548,0.50196078431372548,0.50196078431372548,1" shapeBorderWidth="0" shapeBorderWidthMapUnitScale="3x:0,0,0,0,0,0" shapeBorderWidthUnit="MM" shapeDraw="0" shapeFillColor="255,255,255,255,rgb:1,1,1,1" shapeJoinStyle="64" shapeOffsetMapUnitScale="3x:0,0,0,0,0,0" shapeOffsetUnit="MM" shapeOffsetX="0" shapeOffsetY="0" shapeOpacity="1" shapeRadiiMapUnitScale="3x:0,0,0,0,0,0" shapeRadiiUnit="MM" shapeRadiiX="0" shapeRadiiY="0" shapeRotation="0" shapeRotationType="0" shapeSVGFile="" shapeSizeMapUnitScale="3x:0,0,0,0,0,0" shapeSizeType="0" shapeSizeUnit="MM" shapeSizeX="0" shapeSizeY="0" shapeType="0">
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="fillSymbol" type="fill">
      <layer class="SimpleFill" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
        <Option name="joinstyle" type="QString" value="bevel"></Option>
        <Option name="offset" type="QString" value="0,0"></Option>
        <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="offset_unit" type="QString" value="MM"></Option>
        <Option name="outline_color" type="QString" value="128,128,128,255,rgb:0.50196078431372548,0.50196078431372548,0.50196078431372548,1"></Option>
        <Option name="outline_style" type="QString" value="no"></Option>
        <Option name="outline_width" type="QString" value="0"></Option>
        <Option name="outline_width_unit" type="QString" value="MM"></Option>
        <Option name="style" type="QString" value="solid"></Option>
       </Option>
      </layer>
     </symbol>
    </background>
    <shadow shadowBlendMode="6" shadowColor="0,0,0,255,rgb:0,0,0,1" shadowDraw="0" shadowOffsetAngle="135" shadowOffsetDist="1" shadowOffsetGlobal="1" shadowOffsetMapUnitScale="3x:0,0,0,0,0,0" shadowOffsetUnit="MM" shadowOpacity="0.69999999999999996" shadowRadius="1.5" shadowRadiusAlphaOnly="0" shadowRadiusMapUnitScale="3x:0,0,0,0,0,0" shadowRadiusUnit="MM" shadowScale="100" shadowUnder="0"></shadow>
    <substitutions></substitutions>
   </text-style>
   <text-format addDirectionSymbol="0" autoWrapLength="0" decimals="3" formatNumbers="0" leftDirectionSymbol="&lt;" multilineAlign="3" placeDirectionSymbol="0" plussign="0" reverseDirectionSymbol="0" rightDirectionSymbol=">" useMaxLineLengthForAutoWrap="1" wrapChar=""></text-format>
   <placement allowDegraded="0" centroidInside="0" centroidWhole="0" dist="0" distMapUnitScale="3x:0,0,0,0,0,0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorTextPoint="FollowPlacement" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" maximumDistance="0" maximumDistanceMapUnitScale="3x:0,0,0,0,0,0" maximumDistanceUnit="MM" offsetType="0" offsetUnits="MM" overlapHandling="PreventOverlap" overrunDistance="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistanceUnit="MM" placement="4" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" prioritization="PreferCloser" priority="2" quadOffset="4" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0"></placement>
   <rendering drawLabels="1" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleMax="2500" scaleMin="0" scaleVisibility="1" unplacedVisibility="0" upsidedownLabels="0" zIndex="0"></rendering>
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <mapTip enabled="1">&lt;div style="font-family:Arial,sans-serif;font-size:9pt;color:#2b2f36"&gt;
&lt;b&gt;[% replace(to_string(coalesce(trim("street" || ' ' || coalesce("house_number", '')), "name", 'Gebäude')), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) %]&lt;/b&gt;
&lt;div style="color:#5a6270"&gt;[% represent_value("use") %]&lt;/div&gt;
&lt;table cellspacing="0"&gt;
[% if("use" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Nutzung&lt;/td&gt;&lt;td&gt;' || represent_value("use") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("use_source" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Herkunft der Nutzung&lt;/td&gt;&lt;td&gt;' || represent_value("use_source") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("age_class" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Baualtersklasse&lt;/td&gt;&lt;td&gt;' || represent_value("age_class") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("built_year" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Baujahr&lt;/td&gt;&lt;td&gt;' || to_string("built_year") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("age_source" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Herkunft des Baualters&lt;/td&gt;&lt;td&gt;' || represent_value("age_source") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("storeys" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Geschosse&lt;/td&gt;&lt;td&gt;' || format_number("storeys", if(abs("storeys") &lt; 10, 2, if(abs("storeys") &lt; 100, 1, 0)), 'de', false, true) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("storeys_source" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Herkunft der Geschosse&lt;/td&gt;&lt;td&gt;' || represent_value("storeys_source") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("height_m" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Höhe&lt;/td&gt;&lt;td&gt;' || format_number("height_m", if(abs("height_m") &lt; 10, 2, if(abs("height_m") &lt; 100, 1, 0)), 'de', false, true) || ' m' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("footprint_m2" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Grundfläche&lt;/td&gt;&lt;td&gt;' || format_number("footprint_m2", if(abs("footprint_m2") &lt; 10, 2, if(abs("footprint_m2") &lt; 100, 1, 0)), 'de', false, true) || ' m²' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("floor_area_m2" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Energiebezugsfläche&lt;/td&gt;&lt;td&gt;' || format_number("floor_area_m2", if(abs("floor_area_m2") &lt; 10, 2, if(abs("floor_area_m2") &lt; 100, 1, 0)), 'de', false, true) || ' m²' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("floor_area_source" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Herkunft der Fläche&lt;/td&gt;&lt;td&gt;' || represent_value("floor_area_source") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("postcode" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Postleitzahl&lt;/td&gt;&lt;td&gt;' || replace(to_string("postcode"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("findings" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Auffälligkeiten&lt;/td&gt;&lt;td&gt;' || replace(to_string(replace(regexp_replace(replace(';' || "findings" || ';', map(';building_geometry_repaired;', ';Umring war ungültig und wurde repariert;', ';building_storeys_implausible;', ';Geschosszahl unglaubhaft (leer gelassen);', ';building_attic_storeys_implausible;', ';Zahl der Dachgeschosse unglaubhaft (leer gelassen);', ';building_built_year_implausible;', ';Baujahr unglaubhaft (leer gelassen);', ';building_height_m_implausible;', ';Höhe unglaubhaft (leer gelassen);', ';building_eaves_height_m_implausible;', ';Traufhöhe unglaubhaft (leer gelassen);', ';building_floor_area_m2_implausible;', ';Energiebezugsfläche unglaubhaft (leer gelassen);')), '^;|;$', ''), ';', '; ')), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
&lt;/table&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
