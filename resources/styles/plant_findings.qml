<qgis labelsEnabled="1" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" tolerance="7" toleranceUnit="MM" toleranceUnitScale="3x:0,0,0,0,0,0" type="pointCluster">
  <renderer-v2 attr="CASE WHEN &quot;state&quot; &lt;> 'open' THEN 'reviewed' ELSE &quot;severity&quot; END" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
   <categories>
    <category label="Fehler" render="true" symbol="0" type="string" uuid="{ee49702c-6410-569f-89af-78e2e66bc9a1}" value="error"></category>
    <category label="Warnung" render="true" symbol="1" type="string" uuid="{3c1c4283-91f4-55df-8a9b-0a4ed3cc826d}" value="warning"></category>
    <category label="Hinweis" render="true" symbol="2" type="string" uuid="{11dfea8b-07db-5899-913d-2f4290f39bbc}" value="note"></category>
    <category label="geprüft oder berichtigt" render="true" symbol="3" type="string" uuid="{7897083d-8fc0-5303-a9a7-1facae42cb58}" value="reviewed"></category>
    <category label="mit Zahl: verschiedene an einem Ort" render="true" symbol="4" type="string" uuid="{841534bb-56ba-55c0-98c0-1fb1378ba2d5}" value="several"></category>
   </categories>
   <symbols>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="marker">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"></Option>
       <Option name="cap_style" type="QString" value="square"></Option>
       <Option name="color" type="QString" value="178,24,43,255,rgb:0.69803921568627447,0.09411764705882353,0.16862745098039217,1"></Option>
       <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
       <Option name="joinstyle" type="QString" value="round"></Option>
       <Option name="name" type="QString" value="triangle"></Option>
       <Option name="offset" type="QString" value="0,0"></Option>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="offset_unit" type="QString" value="MM"></Option>
       <Option name="outline_color" type="QString" value="43,47,54,255,rgb:0.16862745098039217,0.18431372549019609,0.21176470588235294,1"></Option>
       <Option name="outline_style" type="QString" value="solid"></Option>
       <Option name="outline_width" type="QString" value="0.3"></Option>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="outline_width_unit" type="QString" value="MM"></Option>
       <Option name="scale_method" type="QString" value="diameter"></Option>
       <Option name="size" type="QString" value="4.6"></Option>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="size_unit" type="QString" value="MM"></Option>
       <Option name="vertical_anchor_point" type="QString" value="1"></Option>
      </Option>
     </layer>
    </symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="marker">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"></Option>
       <Option name="cap_style" type="QString" value="square"></Option>
       <Option name="color" type="QString" value="224,130,20,255,rgb:0.8784313725490196,0.50980392156862742,0.07843137254901961,1"></Option>
       <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
       <Option name="joinstyle" type="QString" value="round"></Option>
       <Option name="name" type="QString" value="diamond"></Option>
       <Option name="offset" type="QString" value="0,0"></Option>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="offset_unit" type="QString" value="MM"></Option>
       <Option name="outline_color" type="QString" value="43,47,54,255,rgb:0.16862745098039217,0.18431372549019609,0.21176470588235294,1"></Option>
       <Option name="outline_style" type="QString" value="solid"></Option>
       <Option name="outline_width" type="QString" value="0.3"></Option>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="outline_width_unit" type="QString" value="MM"></Option>
       <Option name="scale_method" type="QString" value="diameter"></Option>
       <Option name="size" type="QString" value="4.2"></Option>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="size_unit" type="QString" value="MM"></Option>
       <Option name="vertical_anchor_point" type="QString" value="1"></Option>
      </Option>
     </layer>
    </symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="marker">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"></Option>
       <Option name="cap_style" type="QString" value="square"></Option>
       <Option name="color" type="QString" value="143,163,191,255,rgb:0.5607843137254902,0.63921568627450975,0.74901960784313726,1"></Option>
       <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
       <Option name="joinstyle" type="QString" value="round"></Option>
       <Option name="name" type="QString" value="circle"></Option>
       <Option name="offset" type="QString" value="0,0"></Option>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="offset_unit" type="QString" value="MM"></Option>
       <Option name="outline_color" type="QString" value="43,47,54,255,rgb:0.16862745098039217,0.18431372549019609,0.21176470588235294,1"></Option>
       <Option name="outline_style" type="QString" value="solid"></Option>
       <Option name="outline_width" type="QString" value="0.3"></Option>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="outline_width_unit" type="QString" value="MM"></Option>
       <Option name="scale_method" type="QString" value="diameter"></Option>
       <Option name="size" type="QString" value="3"></Option>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="size_unit" type="QString" value="MM"></Option>
       <Option name="vertical_anchor_point" type="QString" value="1"></Option>
      </Option>
     </layer>
    </symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="3" type="marker">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"></Option>
       <Option name="cap_style" type="QString" value="square"></Option>
       <Option name="color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
       <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
       <Option name="joinstyle" type="QString" value="round"></Option>
       <Option name="name" type="QString" value="circle"></Option>
       <Option name="offset" type="QString" value="0,0"></Option>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="offset_unit" type="QString" value="MM"></Option>
       <Option name="outline_color" type="QString" value="107,114,128,255,rgb:0.41960784313725491,0.44705882352941179,0.50196078431372548,1"></Option>
       <Option name="outline_style" type="QString" value="solid"></Option>
       <Option name="outline_width" type="QString" value="0.3"></Option>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="outline_width_unit" type="QString" value="MM"></Option>
       <Option name="scale_method" type="QString" value="diameter"></Option>
       <Option name="size" type="QString" value="3"></Option>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="size_unit" type="QString" value="MM"></Option>
       <Option name="vertical_anchor_point" type="QString" value="1"></Option>
      </Option>
     </layer>
    </symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="4" type="marker">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"></Option>
       <Option name="cap_style" type="QString" value="square"></Option>
       <Option name="color" type="QString" value="90,98,112,255,rgb:0.35294117647058826,0.3843137254901961,0.4392156862745098,1"></Option>
       <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
       <Option name="joinstyle" type="QString" value="round"></Option>
       <Option name="name" type="QString" value="circle"></Option>
       <Option name="offset" type="QString" value="0,0"></Option>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="offset_unit" type="QString" value="MM"></Option>
       <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
       <Option name="outline_style" type="QString" value="solid"></Option>
       <Option name="outline_width" type="QString" value="0.3"></Option>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="outline_width_unit" type="QString" value="MM"></Option>
       <Option name="scale_method" type="QString" value="diameter"></Option>
       <Option name="size" type="QString" value="4.2"></Option>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="size_unit" type="QString" value="MM"></Option>
       <Option name="vertical_anchor_point" type="QString" value="1"></Option>
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
  <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="centerSymbol" type="marker">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="angle" type="QString" value="0"></Option>
     <Option name="cap_style" type="QString" value="square"></Option>
     <Option name="color" type="QString" value="90,98,112,255,rgb:0.35294117647058826,0.3843137254901961,0.4392156862745098,1"></Option>
     <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
     <Option name="joinstyle" type="QString" value="round"></Option>
     <Option name="name" type="QString" value="circle"></Option>
     <Option name="offset" type="QString" value="0,0"></Option>
     <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="offset_unit" type="QString" value="MM"></Option>
     <Option name="outline_color" type="QString" value="56,61,70,255,rgb:0.2196078431372549,0.23921568627450981,0.27450980392156865,1"></Option>
     <Option name="outline_style" type="QString" value="solid"></Option>
     <Option name="outline_width" type="QString" value="0.3"></Option>
     <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="outline_width_unit" type="QString" value="MM"></Option>
     <Option name="scale_method" type="QString" value="diameter"></Option>
     <Option name="size" type="QString" value="6"></Option>
     <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="size_unit" type="QString" value="MM"></Option>
     <Option name="vertical_anchor_point" type="QString" value="1"></Option>
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""></Option>
      <Option name="properties" type="Map">
       <Option name="fillColor" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="coalesce(@cluster_color, '#5a6270')"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
       <Option name="size" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="min(9, 4.2 + 0.9 * ln(@cluster_size))"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection"></Option>
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="FontMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="angle" type="QString" value="0"></Option>
     <Option name="chr" type="QString" value="2"></Option>
     <Option name="color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
     <Option name="font" type="QString" value="Arial"></Option>
     <Option name="font_style" type="QString" value="Bold"></Option>
     <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
     <Option name="joinstyle" type="QString" value="miter"></Option>
     <Option name="offset" type="QString" value="0,0"></Option>
     <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="offset_unit" type="QString" value="MM"></Option>
     <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
     <Option name="outline_width" type="QString" value="0"></Option>
     <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="outline_width_unit" type="QString" value="MM"></Option>
     <Option name="size" type="QString" value="3"></Option>
     <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="size_unit" type="QString" value="MM"></Option>
     <Option name="vertical_anchor_point" type="QString" value="1"></Option>
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""></Option>
      <Option name="properties" type="Map">
       <Option name="char" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="to_string(@cluster_size)"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
       <Option name="fillColor" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="if(coalesce(color_part(@cluster_color, 'lightness'), 0) &lt; 45, '#ffffff', '#2b2f36')"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
       <Option name="size" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="if(@cluster_size &lt; 100, 3, if(@cluster_size &lt; 1000, 2.6, 2.2))"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection"></Option>
     </Option>
    </data_defined_properties>
   </layer>
  </symbol>
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
   <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="''" fontFamily="Arial" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="8" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="50" fontWordSpacing="0" forcedBold="0" forcedItalic="0" isExpression="1" legendString="Aa" multilineHeight="1" multilineHeightUnit="Percentage" namedStyle="" previewBkgrdColor="255,255,255,255,rgb:1,1,1,1" tabStopDistance="6" tabStopDistanceMapUnitScale="3x:0,0,0,0,0,0" tabStopDistanceUnit="Percentage" textColor="43,47,54,255,rgb:0.16862745098039217,0.18431372549019609,0.21176470588235294,1" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
    <families>
     <family name="Arial"></family>
     <family name="Liberation Sans"></family>
     <family name="DejaVu Sans"></family>
    </families>
    <text-buffer bufferBlendMode="0" bufferColor="255,255,255,220,rgb:1,1,1,0.86274509803921573" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="1" bufferSize="0.80000000000000004" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferSizeUnits="MM"></text-buffer>
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
   <placement allowDegraded="0" centroidInside="0" centroidWhole="0" dist="0" distMapUnitScale="3x:0,0,0,0,0,0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorTextPoint="FollowPlacement" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" maximumDistance="0" maximumDistanceMapUnitScale="3x:0,0,0,0,0,0" maximumDistanceUnit="MM" offsetType="0" offsetUnits="MM" overlapHandling="PreventOverlap" overrunDistance="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistanceUnit="MM" placement="0" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" prioritization="PreferCloser" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0"></placement>
   <rendering drawLabels="0" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="2" obstacleType="1" scaleMax="0" scaleMin="0" scaleVisibility="0" unplacedVisibility="0" upsidedownLabels="0" zIndex="0"></rendering>
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <mapTip enabled="1">&lt;div style="font-family:Arial,sans-serif;font-size:9pt;color:#2b2f36"&gt;
&lt;b&gt;[% replace(to_string("sentence"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) %]&lt;/b&gt;
&lt;div style="color:#5a6270"&gt;[% represent_value("severity") || ', ' || represent_value("state") %]&lt;/div&gt;
&lt;table cellspacing="0"&gt;
[% if("severity" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Schwere&lt;/td&gt;&lt;td&gt;' || represent_value("severity") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("state" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Prüfstand&lt;/td&gt;&lt;td&gt;' || represent_value("state") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("offending_values" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Angabe des Registers&lt;/td&gt;&lt;td&gt;' || replace(to_string("offending_values"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("corrected_values" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Berichtigte Angabe&lt;/td&gt;&lt;td&gt;' || replace(to_string("corrected_values"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("carrier" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Energieträger&lt;/td&gt;&lt;td&gt;' || represent_value("carrier") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("gross_kw" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Bruttoleistung&lt;/td&gt;&lt;td&gt;' || format_number("gross_kw", if(abs("gross_kw") &lt; 10, 2, if(abs("gross_kw") &lt; 100, 1, 0)), 'de', false, true) || ' kW' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("status" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Betriebsstatus&lt;/td&gt;&lt;td&gt;' || represent_value("status") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("street" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Straße&lt;/td&gt;&lt;td&gt;' || replace(to_string("street"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("house_number" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Hausnummer&lt;/td&gt;&lt;td&gt;' || replace(to_string("house_number"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("postcode" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Postleitzahl&lt;/td&gt;&lt;td&gt;' || replace(to_string("postcode"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("reason" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Begründung&lt;/td&gt;&lt;td&gt;' || replace(to_string("reason"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("reviewed_on" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Geprüft am&lt;/td&gt;&lt;td&gt;' || format_date("reviewed_on", 'dd.MM.yyyy') || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("mastr_id" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;MaStR-Nummer&lt;/td&gt;&lt;td&gt;' || replace(to_string("mastr_id"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
&lt;/table&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
