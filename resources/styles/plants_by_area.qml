<qgis labelsEnabled="1" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="RuleRenderer">
  <rules key="{ffffffff-0000-4000-8000-000000000000}">
   <rule filter="if(&quot;carrier&quot; = 'all', 100.0 * &quot;unlocated_units&quot; / nullif(&quot;units&quot;, 0), NULL) = 0" key="{00000000-0000-4000-8000-000000000000}" label="alle Anlagen mit Lage" symbol="0"></rule>
   <rule filter="if(&quot;carrier&quot; = 'all', 100.0 * &quot;unlocated_units&quot; / nullif(&quot;units&quot;, 0), NULL) > 0 AND if(&quot;carrier&quot; = 'all', 100.0 * &quot;unlocated_units&quot; / nullif(&quot;units&quot;, 0), NULL) &lt; 50" key="{00000001-0000-4000-8000-000000000000}" label="unter 50 % der Anlagen ohne Lage" symbol="1"></rule>
   <rule filter="if(&quot;carrier&quot; = 'all', 100.0 * &quot;unlocated_units&quot; / nullif(&quot;units&quot;, 0), NULL) >= 50" key="{00000002-0000-4000-8000-000000000000}" label="ab 50 % der Anlagen ohne Lage" symbol="2"></rule>
  </rules>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="168,150,106,0,rgb:0.6588235294117647,0.58823529411764708,0.41568627450980394,0"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="168,150,106,255,rgb:0.6588235294117647,0.58823529411764708,0.41568627450980394,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.4"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="no"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="fill">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="45"></Option>
      <Option name="clip_mode" type="QString" value="during_render"></Option>
      <Option name="color" type="QString" value=""></Option>
      <Option name="coordinate_reference" type="QString" value="feature"></Option>
      <Option name="distance" type="QString" value="8"></Option>
      <Option name="distance_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="distance_unit" type="QString" value="MM"></Option>
      <Option name="line_width" type="QString" value="0"></Option>
      <Option name="line_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="line_width_unit" type="QString" value="MM"></Option>
      <Option name="offset" type="QString" value="0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
     </Option>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="@1@0" type="line">
      <layer class="SimpleLine" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="align_dash_pattern" type="QString" value="0"></Option>
        <Option name="capstyle" type="QString" value="round"></Option>
        <Option name="customdash" type="QString" value="5;2"></Option>
        <Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="customdash_unit" type="QString" value="MM"></Option>
        <Option name="dash_pattern_offset" type="QString" value="0"></Option>
        <Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="dash_pattern_offset_unit" type="QString" value="MM"></Option>
        <Option name="draw_inside_polygon" type="QString" value="0"></Option>
        <Option name="joinstyle" type="QString" value="round"></Option>
        <Option name="line_color" type="QString" value="168,150,106,255,rgb:0.6588235294117647,0.58823529411764708,0.41568627450980394,1"></Option>
        <Option name="line_style" type="QString" value="solid"></Option>
        <Option name="line_width" type="QString" value="0.12"></Option>
        <Option name="line_width_unit" type="QString" value="MM"></Option>
        <Option name="offset" type="QString" value="0"></Option>
        <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="offset_unit" type="QString" value="MM"></Option>
        <Option name="ring_filter" type="QString" value="0"></Option>
        <Option name="trim_distance_end" type="QString" value="0"></Option>
        <Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="trim_distance_end_unit" type="QString" value="MM"></Option>
        <Option name="trim_distance_start" type="QString" value="0"></Option>
        <Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="trim_distance_start_unit" type="QString" value="MM"></Option>
        <Option name="tweak_dash_pattern_on_corners" type="QString" value="0"></Option>
        <Option name="use_custom_dash" type="QString" value="0"></Option>
        <Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       </Option>
      </layer>
     </symbol>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="168,150,106,0,rgb:0.6588235294117647,0.58823529411764708,0.41568627450980394,0"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="168,150,106,255,rgb:0.6588235294117647,0.58823529411764708,0.41568627450980394,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.4"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="no"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="fill">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="45"></Option>
      <Option name="clip_mode" type="QString" value="during_render"></Option>
      <Option name="color" type="QString" value=""></Option>
      <Option name="coordinate_reference" type="QString" value="feature"></Option>
      <Option name="distance" type="QString" value="4"></Option>
      <Option name="distance_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="distance_unit" type="QString" value="MM"></Option>
      <Option name="line_width" type="QString" value="0"></Option>
      <Option name="line_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="line_width_unit" type="QString" value="MM"></Option>
      <Option name="offset" type="QString" value="0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
     </Option>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="@2@0" type="line">
      <layer class="SimpleLine" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="align_dash_pattern" type="QString" value="0"></Option>
        <Option name="capstyle" type="QString" value="round"></Option>
        <Option name="customdash" type="QString" value="5;2"></Option>
        <Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="customdash_unit" type="QString" value="MM"></Option>
        <Option name="dash_pattern_offset" type="QString" value="0"></Option>
        <Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="dash_pattern_offset_unit" type="QString" value="MM"></Option>
        <Option name="draw_inside_polygon" type="QString" value="0"></Option>
        <Option name="joinstyle" type="QString" value="round"></Option>
        <Option name="line_color" type="QString" value="168,150,106,255,rgb:0.6588235294117647,0.58823529411764708,0.41568627450980394,1"></Option>
        <Option name="line_style" type="QString" value="solid"></Option>
        <Option name="line_width" type="QString" value="0.12"></Option>
        <Option name="line_width_unit" type="QString" value="MM"></Option>
        <Option name="offset" type="QString" value="0"></Option>
        <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="offset_unit" type="QString" value="MM"></Option>
        <Option name="ring_filter" type="QString" value="0"></Option>
        <Option name="trim_distance_end" type="QString" value="0"></Option>
        <Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="trim_distance_end_unit" type="QString" value="MM"></Option>
        <Option name="trim_distance_start" type="QString" value="0"></Option>
        <Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="trim_distance_start_unit" type="QString" value="MM"></Option>
        <Option name="tweak_dash_pattern_on_corners" type="QString" value="0"></Option>
        <Option name="use_custom_dash" type="QString" value="0"></Option>
        <Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       </Option>
      </layer>
     </symbol>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="168,150,106,0,rgb:0.6588235294117647,0.58823529411764708,0.41568627450980394,0"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="168,150,106,255,rgb:0.6588235294117647,0.58823529411764708,0.41568627450980394,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.4"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="no"></Option>
     </Option>
    </layer>
   </symbol>
  </symbols>
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
   <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="CASE WHEN &quot;carrier&quot; &lt;> 'all' OR coalesce(sum(&quot;unlocated_units&quot;, group_by:=&quot;area_id&quot;), 0) = 0 THEN NULL WHEN @map_scale > 30000 THEN if(&quot;area_kind&quot; = 'postcode', &quot;area_id&quot;, &quot;area_name&quot;) || '\n' || format_number(coalesce(sum(&quot;unlocated_units&quot;, group_by:=&quot;area_id&quot;), 0), 0, 'de') || ' von ' || format_number(coalesce(sum(&quot;units&quot;, group_by:=&quot;area_id&quot;), 0), 0, 'de') || '\nohne Lage, Erzeuger ' || if(&quot;unlocated_kw&quot; >= 1000, format_number(&quot;unlocated_kw&quot; / 1000, 1, 'de') || ' MW', format_number(coalesce(&quot;unlocated_kw&quot;, 0), 0, 'de') || ' kW') ELSE if(&quot;area_kind&quot; = 'postcode', &quot;area_id&quot;, &quot;area_name&quot;) || '&#xA;' || format_number(coalesce(sum(&quot;unlocated_units&quot;, group_by:=&quot;area_id&quot;), 0), 0, 'de') || ' von ' || format_number(coalesce(sum(&quot;units&quot;, group_by:=&quot;area_id&quot;), 0), 0, 'de') || ' Anlagen&#xA;ohne Lage im Register,&#xA;' || 'Erzeuger zusammen ' || if(&quot;unlocated_kw&quot; >= 1000, format_number(&quot;unlocated_kw&quot; / 1000, 1, 'de') || ' MW', format_number(coalesce(&quot;unlocated_kw&quot;, 0), 0, 'de') || ' kW') END" fontFamily="Arial" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="7" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="50" fontWordSpacing="0" forcedBold="0" forcedItalic="0" isExpression="1" legendString="Aa" multilineHeight="1" multilineHeightUnit="Percentage" namedStyle="" previewBkgrdColor="255,255,255,255,rgb:1,1,1,1" tabStopDistance="6" tabStopDistanceMapUnitScale="3x:0,0,0,0,0,0" tabStopDistanceUnit="Percentage" textColor="43,47,54,255,rgb:0.16862745098039217,0.18431372549019609,0.21176470588235294,1" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
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
   <text-format addDirectionSymbol="0" autoWrapLength="0" decimals="3" formatNumbers="0" leftDirectionSymbol="&lt;" multilineAlign="1" placeDirectionSymbol="0" plussign="0" reverseDirectionSymbol="0" rightDirectionSymbol=">" useMaxLineLengthForAutoWrap="1" wrapChar=""></text-format>
   <placement allowDegraded="0" centroidInside="0" centroidWhole="0" dist="0" distMapUnitScale="3x:0,0,0,0,0,0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorTextPoint="FollowPlacement" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" maximumDistance="0" maximumDistanceMapUnitScale="3x:0,0,0,0,0,0" maximumDistanceUnit="MM" offsetType="0" offsetUnits="MM" overlapHandling="PreventOverlap" overrunDistance="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistanceUnit="MM" placement="4" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" prioritization="PreferCloser" priority="9" quadOffset="4" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0"></placement>
   <rendering drawLabels="1" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleMax="0" scaleMin="0" scaleVisibility="0" unplacedVisibility="0" upsidedownLabels="0" zIndex="0"></rendering>
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <mapTip enabled="1">&lt;div style="font-family:Arial,sans-serif;font-size:9pt;color:#2b2f36"&gt;
&lt;b&gt;[% coalesce(if("area_kind" = 'postcode', "area_id", "area_name"), "area_id") %]&lt;/b&gt;
&lt;div style="color:#5a6270"&gt;[% represent_value("area_kind") %]&lt;/div&gt;
&lt;table cellspacing="0"&gt;
&lt;tr&gt;&lt;td&gt;&lt;/td&gt;&lt;td&gt;&lt;b&gt;Erzeuger&lt;/b&gt;&lt;/td&gt;&lt;td&gt;&lt;b&gt;Stromspeicher&lt;/b&gt;&lt;/td&gt;&lt;/tr&gt;
&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anlagen&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("units", group_by:="area_kind" || "area_id", filter:="carrier" = 'all'), 0, 'de') || '', '–') %]&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("units", group_by:="area_kind" || "area_id", filter:="carrier" = 'storage'), 0, 'de') || '', '–') %]&lt;/td&gt;&lt;/tr&gt;
&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;davon mit Lage&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("located_units", group_by:="area_kind" || "area_id", filter:="carrier" = 'all'), 0, 'de') || '', '–') %]&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("located_units", group_by:="area_kind" || "area_id", filter:="carrier" = 'storage'), 0, 'de') || '', '–') %]&lt;/td&gt;&lt;/tr&gt;
&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;davon ohne Lage&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("unlocated_units", group_by:="area_kind" || "area_id", filter:="carrier" = 'all'), 0, 'de') || '', '–') %]&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("unlocated_units", group_by:="area_kind" || "area_id", filter:="carrier" = 'storage'), 0, 'de') || '', '–') %]&lt;/td&gt;&lt;/tr&gt;
&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Nettonennleistung&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("net_kw", group_by:="area_kind" || "area_id", filter:="carrier" = 'all'), 0, 'de') || ' kW', '–') %]&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("net_kw", group_by:="area_kind" || "area_id", filter:="carrier" = 'storage'), 0, 'de') || ' kW', '–') %]&lt;/td&gt;&lt;/tr&gt;
&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Nettonennleistung ohne Lage&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("unlocated_kw", group_by:="area_kind" || "area_id", filter:="carrier" = 'all'), 0, 'de') || ' kW', '–') %]&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("unlocated_kw", group_by:="area_kind" || "area_id", filter:="carrier" = 'storage'), 0, 'de') || ' kW', '–') %]&lt;/td&gt;&lt;/tr&gt;
&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Bruttoleistung&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("gross_kw", group_by:="area_kind" || "area_id", filter:="carrier" = 'all'), 0, 'de') || ' kW', '–') %]&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("gross_kw", group_by:="area_kind" || "area_id", filter:="carrier" = 'storage'), 0, 'de') || ' kW', '–') %]&lt;/td&gt;&lt;/tr&gt;
&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Thermische Nutzleistung&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("chp_thermal_kw", group_by:="area_kind" || "area_id", filter:="carrier" = 'all'), 0, 'de') || ' kW', '–') %]&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;&lt;/td&gt;&lt;/tr&gt;
&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Nutzbare Speicherkapazität&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;&lt;/td&gt;&lt;td align="right" style="padding-right:8px"&gt;[% coalesce(format_number(sum("storage_kwh", group_by:="area_kind" || "area_id", filter:="carrier" = 'storage'), 0, 'de') || ' kWh', '–') %]&lt;/td&gt;&lt;/tr&gt;
&lt;/table&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
