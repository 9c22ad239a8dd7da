<map version="1.0.1">
<node ID="commune" TEXT="Épône">
<node ID="ID_maire" TEXT="Maire">
<attribute NAME="nature" VALUE="elected"/>
<node ID="ID_adjointe" TEXT="Première adjointe">
<attribute NAME="nature" VALUE="elected"/>
<attribute NAME="casquette" VALUE="Commerce et attractivité"/>
<arrowlink DESTINATION="ID_commerces" ENDARROW="Default" MIDDLE_LABEL="supplée"/>
</node>
</node>
<node ID="ID_dgs" TEXT="Direction générale des services">
<attribute NAME="nature" VALUE="service"/>
<node ID="ID_urba" TEXT="Urbanisme">
<attribute NAME="nature" VALUE="service"/>
<node ID="ID_ines" TEXT="Inès Exemple">
<attribute NAME="nature" VALUE="person"/>
<attribute NAME="casquette" VALUE="Responsable"/>
<attribute NAME="courriel" VALUE="urbanisme@exemple.fr"/>
<attribute NAME="téléphone" VALUE="01 99 00 21 00"/>
<node ID="ID_bornes" TEXT="Bornes de recharge">
<attribute NAME="nature" VALUE="set"/>
<attribute NAME="lien" VALUE="détient"/>
</node>
</node>
</node>
<node ID="ID_tech" TEXT="Services techniques">
<attribute NAME="nature" VALUE="service"/>
<attribute NAME="courriel" VALUE="technique@exemple.fr"/>
<node ID="ID_paul" TEXT="Paul Exemple">
<attribute NAME="nature" VALUE="person"/>
<attribute NAME="casquette" VALUE="Chef d’équipe"/>
<attribute NAME="téléphone" VALUE="01 99 00 22 00"/>
<arrowlink DESTINATION="ID_bornes" ENDARROW="Default" MIDDLE_LABEL="supplée"/>
<node ID="ID_dae" TEXT="Défibrillateurs">
<attribute NAME="nature" VALUE="set"/>
<attribute NAME="lien" VALUE="détient"/>
</node>
<node ID="ID_velos" TEXT="Stationnements vélos">
<attribute NAME="nature" VALUE="set"/>
<attribute NAME="lien" VALUE="détient"/>
</node>
<node ID="ID_verts" TEXT="Espaces verts">
<attribute NAME="nature" VALUE="set"/>
<attribute NAME="lien" VALUE="détient"/>
</node>
</node>
<node ID="ID_sofia" TEXT="Sofia Exemple">
<attribute NAME="nature" VALUE="person"/>
<attribute NAME="casquette" VALUE="Électricienne"/>
<node ID="ID_eclairage" TEXT="Éclairage public">
<attribute NAME="nature" VALUE="set"/>
<attribute NAME="lien" VALUE="détient"/>
</node>
</node>
</node>
<node ID="ID_police" TEXT="Police municipale">
<attribute NAME="nature" VALUE="service"/>
<arrowlink DESTINATION="ID_dae" ENDARROW="Default" MIDDLE_LABEL="supplée"/>
<node ID="ID_marc" TEXT="Marc Exemple">
<attribute NAME="nature" VALUE="person"/>
<attribute NAME="casquette" VALUE="Chef de service"/>
<attribute NAME="remarque" VALUE="Est allé compter lui-même les places de stationnement."/>
<node ID="ID_parkings" TEXT="Lieux de stationnement">
<attribute NAME="nature" VALUE="set"/>
<attribute NAME="lien" VALUE="détient"/>
</node>
</node>
</node>
<node ID="ID_eco" TEXT="Vie économique">
<attribute NAME="nature" VALUE="service"/>
<node ID="ID_camille" TEXT="Camille Exemple">
<attribute NAME="nature" VALUE="person"/>
<attribute NAME="casquette" VALUE="Responsable"/>
<attribute NAME="fonction" VALUE="Animation de la ville et vie économique"/>
<attribute NAME="courriel" VALUE="animation@exemple.fr"/>
<node ID="ID_commerces" TEXT="Commerces et leurs horaires">
<attribute NAME="nature" VALUE="set"/>
<attribute NAME="lien" VALUE="détient"/>
</node>
</node>
</node>
<node ID="ID_culture" TEXT="Culture et patrimoine">
<attribute NAME="nature" VALUE="service"/>
<arrowlink DESTINATION="ID_camille" ENDARROW="Default" MIDDLE_LABEL="fait partie de : Référente des données ouvertes"/>
<node ID="ID_lea" TEXT="Léa Exemple">
<attribute NAME="nature" VALUE="person"/>
<attribute NAME="casquette" VALUE="Médiathécaire"/>
<node ID="ID_monuments" TEXT="Monuments historiques">
<attribute NAME="nature" VALUE="set"/>
<attribute NAME="lien" VALUE="détient"/>
</node>
</node>
</node>
</node>
<node ID="ID_interco" TEXT="Communauté urbaine" LINK="https://communaute.exemple.fr">
<attribute NAME="nature" VALUE="body"/>
<attribute NAME="remarque" VALUE="Transports, eau, déchets : le courrier part au service des données."/>
<node ID="ID_bus" TEXT="Arrêts et horaires de bus" LINK="https://communaute.exemple.fr/donnees/bus">
<attribute NAME="nature" VALUE="set"/>
<attribute NAME="lien" VALUE="détient"/>
</node>
</node>
<node ID="ID_sipe" TEXT="Service intercommunal de la petite enfance">
<attribute NAME="nature" VALUE="body"/>
<node ID="ID_nadia" TEXT="Nadia Exemple">
<attribute NAME="nature" VALUE="person"/>
<attribute NAME="casquette" VALUE="Directrice"/>
<attribute NAME="courriel" VALUE="petite-enfance@exemple.fr"/>
<node ID="ID_creches" TEXT="Accueil de la petite enfance">
<attribute NAME="nature" VALUE="set"/>
<attribute NAME="lien" VALUE="détient"/>
</node>
</node>
</node>
</node>
</map>
