import { expect, test } from "vitest";
import { smallGoogle } from "./small-google.ts";

/** Every member that the add-on may use, by an expression that gives its object. */
const SURFACE: Readonly<Record<string, string>> = {
  SpreadsheetApp:
    "getActiveSpreadsheet getActive getUi flush newDataValidation newConditionalFormatRule BooleanCriteria DataValidationCriteria DeveloperMetadataVisibility DeveloperMetadataLocationType ProtectionType",
  "SpreadsheetApp.getActive()":
    "getId getName getUrl getSheets getSheetByName getRange insertSheet deleteSheet getSpreadsheetTimeZone getSpreadsheetLocale toast getActiveSheet setActiveSheet getActiveRange getCurrentCell createDeveloperMetadataFinder addDeveloperMetadata getNamedRanges",
  "SpreadsheetApp.getActive().getActiveSheet()":
    "getSheetId getName setName getIndex isSheetHidden hideSheet showSheet activate getLastRow getLastColumn getMaxRows getMaxColumns getRange getDataRange appendRow insertRowsAfter insertColumnsAfter deleteColumns deleteRows hideColumns showColumns setColumnWidth setColumnWidths setFrozenRows getFrozenRows setHiddenGridlines setTabColor getConditionalFormatRules setConditionalFormatRules getProtections protect createDeveloperMetadataFinder addDeveloperMetadata getDeveloperMetadata getFilter newChart insertChart updateChart removeChart getCharts",
  "SpreadsheetApp.getActive().getRange('A1')":
    "getValue getValues getDisplayValue getDisplayValues getFormula getFormulas setValue setValues getRow getColumn getNumRows getNumColumns getLastRow getLastColumn getSheet getA1Notation activate setNumberFormat setNumberFormats getNumberFormats setNote setNotes getNotes setBackground setBackgrounds getBackgrounds setFontColor setFontColors setFontWeight setFontWeights setFontSizes setHorizontalAlignments setWrap setWraps setDataValidation setDataValidations getDataValidations clearDataValidations clear clearContent clearFormat clearNote createTextFinder getMergedRanges addDeveloperMetadata createDeveloperMetadataFinder protect isPartOfMerge",
  "SpreadsheetApp.getActive().getRange('A1').createTextFinder('a')":
    "matchEntireCell matchCase findAll findNext",
  "SpreadsheetApp.newDataValidation()":
    "requireValueInList requireValueInRange requireCheckbox setAllowInvalid setHelpText build copy getCriteriaType getCriteriaValues getAllowInvalid getHelpText",
  "SpreadsheetApp.newDataValidation().requireCheckbox().build()":
    "copy getCriteriaType getCriteriaValues getAllowInvalid getHelpText",
  "SpreadsheetApp.newConditionalFormatRule()":
    "whenTextEqualTo whenFormulaSatisfied setBackground setFontColor setBold setRanges build copy",
  "SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('a').setRanges([SpreadsheetApp.getActive().getRange('A1')]).build()":
    "copy getRanges getBooleanCondition",
  "SpreadsheetApp.getActive().createDeveloperMetadataFinder()":
    "withKey withValue withId withVisibility withLocationType onIntersectingLocations find",
  "SpreadsheetApp.getActive().addDeveloperMetadata('a', 'b').createDeveloperMetadataFinder().find()[0]":
    "getId getKey getValue setValue remove getVisibility getLocation",
  "SpreadsheetApp.getActive().addDeveloperMetadata('a', 'b').createDeveloperMetadataFinder().find()[0].getLocation()":
    "getLocationType getColumn getRow getSheet getSpreadsheet",
  "SpreadsheetApp.getActive().getActiveSheet().protect()":
    "getDescription setDescription setWarningOnly isWarningOnly getRange getProtectionType remove",
  "SpreadsheetApp.getActive().getActiveSheet().newChart()":
    "setChartType addRange clearRanges setNumHeaders setMergeStrategy setTransposeRowsAndColumns setPosition setOption build",
  "SpreadsheetApp.getActive().getActiveSheet().newChart().build()":
    "getChartId getContainerInfo getOptions modify",
  "SpreadsheetApp.getActive().getActiveSheet().newChart().build().getContainerInfo()":
    "getAnchorRow getAnchorColumn getOffsetX getOffsetY",
  "SpreadsheetApp.getActive().getActiveSheet().newChart().build().getOptions()": "get",
  Charts: "ChartType ChartMergeStrategy",
  "SpreadsheetApp.getUi()":
    "createMenu createAddonMenu alert prompt showSidebar showModalDialog ButtonSet Button",
  "SpreadsheetApp.getUi().createMenu('a')": "addItem addSeparator addSubMenu addToUi",
  HtmlService: "createHtmlOutput createHtmlOutputFromFile",
  "HtmlService.createHtmlOutput('a')": "setTitle setWidth setHeight getContent",
  "LockService.getDocumentLock()": "tryLock waitLock releaseLock hasLock",
  PropertiesService: "getDocumentProperties getUserProperties getScriptProperties",
  CacheService: "getDocumentCache getUserCache getScriptCache",
  MailApp: "sendEmail getRemainingDailyQuota",
  ScriptApp:
    "getProjectTriggers getUserTriggers newTrigger deleteTrigger getAuthorizationInfo AuthMode AuthorizationStatus EventType TriggerSource getScriptId",
  "ScriptApp.newTrigger('f')": "forSpreadsheet timeBased",
  "ScriptApp.newTrigger('f').timeBased()": "everyHours create",
  "ScriptApp.newTrigger('f').forSpreadsheet(SpreadsheetApp.getActive())":
    "onEdit onChange onFormSubmit onOpen create",
  Session: "getActiveUser getEffectiveUser getScriptTimeZone getTemporaryActiveUserKey",
  Utilities: "getUuid formatDate sleep",
  console: "log info warn error",
};

test.each(Object.entries(SURFACE))("the members of %s are there", (object, members) => {
  const small = smallGoogle(`function go(members) {
    var object = ${object};
    return members.filter(function (name) { return object[name] === undefined; });
  }`);
  expect(small.ada.page("go", members.split(" "))).toEqual([]);
});
