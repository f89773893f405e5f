using Workflow.Engine.Messages;

namespace Workflow.Definitions.Syntax;

/// <summary>What is expected at a place of a file, as a phrase of the table: <c>a title</c>, <c>the step 'receive'</c>.</summary>
internal static class Things
{
    public static Message HowTheMaterialsStand => new("thing.how_the_materials_stand");

    public static Message MarkOfTheOffice => new("thing.mark_of_the_office");

    public static Message Activity => new("thing.activity");
    public static Message AgainstMajority => new("thing.against_majority");
    public static Message AlertOrPost => new("thing.alert_or_post");
    public static Message AllAnyOrNumber => new("thing.all_any_or_number");
    public static Message Amount => new("thing.amount");
    public static Message AmountOfDays => new("thing.amount_of_days");
    public static Message AnyTimeStep => new("thing.any_time_step");

    public static Message ArgumentOf(string type) => new("thing.argument_of", ("type", type));

    public static Message Arguments => new("thing.arguments");
    public static Message Article => new("thing.article");
    public static Message Attribute => new("thing.attribute");
    public static Message Branches => new("thing.branches");
    public static Message Case => new("thing.case");

    public static Message CatalogueItem(string id) => new("thing.catalogue_item", ("id", id));

    public static Message Choice => new("thing.choice");
    public static Message Citation => new("thing.citation");
    public static Message Clock => new("thing.clock");
    public static Message ClockOfTheCase => new("thing.clock_of_the_case");
    public static Message Clocks => new("thing.clocks");
    public static Message Close => new("thing.close");
    public static Message CloseAfterLast => new("thing.close_after_last");
    public static Message Code => new("thing.code");
    public static Message CodeOfRefusal => new("thing.code_of_refusal");
    public static Message Comparison => new("thing.comparison");
    public static Message Condition => new("thing.condition");
    public static Message Date => new("thing.date");
    public static Message Day => new("thing.day");
    public static Message DayAndTime => new("thing.day_and_time");
    public static Message DayLike => new("thing.day_like");
    public static Message DaysInForce => new("thing.days_in_force");
    public static Message DeclaredDocument => new("thing.declared_document");
    public static Message DeclaredParty => new("thing.declared_party");

    public static Message DeclaredOffice => new("thing.declared_office");
    public static Message DeclaredPost => new("thing.declared_post");
    public static Message DaysOfRest => new("thing.days_of_rest");
    public static Message Document => new("thing.document");
    public static Message DocumentOrAll => new("thing.document_or_all");
    public static Message Documents => new("thing.documents");
    public static Message Duty => new("thing.duty");

    public static Message EachItemOf(string key) => new("thing.each_item_of", ("key", key));

    public static Message EachWithValue(Message what, string key) => new("thing.each_with_value", ("what", what), ("key", key));

    public static Message Edition => new("thing.edition");
    public static Message Ends => new("thing.ends");
    public static Message Escalation => new("thing.escalation");
    public static Message Expectations => new("thing.expectations");
    public static Message Extension => new("thing.extension");
    public static Message Fee => new("thing.fee");
    public static Message Field => new("thing.field");
    public static Message Fields => new("thing.fields");

    public static Message FieldsOf(Message where) => new("thing.fields_of", ("where", where));

    public static Message FileNamed(string name) => new("thing.file_named", ("name", name));

    public static Message FileOfScenarios => new("thing.file_of_scenarios");
    public static Message Fragment => new("thing.fragment");
    public static Message FromWhen => new("thing.from_when");
    public static Message Ground => new("thing.ground");

    public static Message Grounds => new("thing.grounds");

    public static Message EnglishOfAGround => new("thing.english_of_a_ground");
    public static Message HowDaysAreCounted => new("thing.how_days_are_counted");
    public static Message HowFarBack => new("thing.how_far_back");

    public static Message HowItStands(string name) => new("thing.how_it_stands", ("name", name));

    public static Message HowLongTheExtensionIs => new("thing.how_long_the_extension_is");
    public static Message HowManyAreDrawn => new("thing.how_many_are_drawn");
    public static Message HowOften => new("thing.how_often");
    public static Message HowOnePersonIsFound => new("thing.how_one_person_is_found");
    public static Message HowTheCaseIsReturned => new("thing.how_the_case_is_returned");
    public static Message HowTheDocumentGetsItsNumber => new("thing.how_the_document_gets_its_number");
    public static Message Id => new("thing.id");

    public static Message IdAfter(string kind) => new("thing.id_after", ("kind", kind));

    public static Message IdOfOne(Message things) => new("thing.id_of_one", ("things", things));

    public static Message IdOfTheCase => new("thing.id_of_the_case");
    public static Message IdOfTheFragment => new("thing.id_of_the_fragment");
    public static Message IdOfTheProcess => new("thing.id_of_the_process");

    public static Message IdsAndValues(Message what) => new("thing.ids_and_values", ("what", what));

    public static Message Instruction => new("thing.instruction");
    public static Message KeyEnd => new("thing.key_end");
    public static Message KeyGeneral => new("thing.key_general");
    public static Message KeyHolds => new("thing.key_holds");
    public static Message KeyInOrder => new("thing.key_in_order");
    public static Message KeyMandatory => new("thing.key_mandatory");
    public static Message KeyMovesPromise => new("thing.key_moves_promise");
    public static Message KeyNone => new("thing.key_none");
    public static Message KeyOtherwise => new("thing.key_otherwise");
    public static Message KeyAhead => new("thing.key_ahead");

    public static Message KeyPersonal => new("thing.key_personal");
    public static Message KeyReturned => new("thing.key_returned");
    public static Message KeySealed => new("thing.key_sealed");

    public static Message KeysAndValues(Message what) => new("thing.keys_and_values", ("what", what));

    public static Message KindOfDecision => new("thing.kind_of_decision");
    public static Message LastDayOfValidity => new("thing.last_day_of_validity");
    public static Message Law => new("thing.law");
    public static Message Lodging => new("thing.lodging");
    public static Message Map => new("thing.map");
    public static Message MapOfSeveralProcesses => new("thing.map_of_several_processes");
    public static Message Mapping => new("thing.mapping");
    public static Message MarkedMoment => new("thing.marked_moment");
    public static Message Material => new("thing.material");
    public static Message Materials => new("thing.materials");
    public static Message Help => new("thing.help");

    public static Message Risk => new("thing.risk");

    public static Message Moment => new("thing.moment");

    public static Message Moments => new("thing.moments");
    public static Message Move => new("thing.move");
    public static Message Name => new("thing.name");
    public static Message NameAfterDot => new("thing.name_after_dot");
    public static Message NameForTheCase => new("thing.name_for_the_case");
    public static Message NameOfTheTarget => new("thing.name_of_the_target");

    public static Message NamesAndValuesUnder(string key) => new("thing.names_and_values_under", ("key", key));

    public static Message NamesByName => new("thing.names_by_name");
    public static Message Note => new("thing.note");
    public static Message Number => new("thing.number");
    public static Message NumberField => new("thing.number_field");
    public static Message NumberOfArticles => new("thing.number_of_articles");
    public static Message NumberOfOfficers => new("thing.number_of_officers");
    public static Message NumberOfRow => new("thing.number_of_row");
    public static Message NumberPattern => new("thing.number_pattern");
    public static Message NumbersByDocument => new("thing.numbers_by_document");
    public static Message Office => new("thing.office");

    public static Message OfficeFor(string name) => new("thing.office_for", ("name", name));

    public static Message OfficeOfTheDefinition => new("thing.office_of_the_definition");
    public static Message Offices => new("thing.offices");
    public static Message OpenAfterIn => new("thing.open_after_in");
    public static Message Opinion => new("thing.opinion");
    public static Message Option => new("thing.option");

    public static Message OptionOf(string name) => new("thing.option_of", ("name", name));

    public static Message Organisation(string id) => new("thing.organisation", ("id", id));

    public static Message Outcome => new("thing.outcome");

    public static Message OutcomeOf(string step) => new("thing.outcome_of", ("step", step));

    public static Message OutcomeOfTheSameStep => new("thing.outcome_of_the_same_step");
    public static Message OutcomeOfTheStep => new("thing.outcome_of_the_step");

    public static Message OutcomeOrOtherwise(string step) => new("thing.outcome_or_otherwise", ("step", step));

    public static Message PaperTitle => new("thing.paper_title");
    public static Message OutcomeTitle => new("thing.outcome_title");
    public static Message Outcomes => new("thing.outcomes");
    public static Message OutsideSystem => new("thing.outside_system");
    public static Message ParameterOfTheFragment => new("thing.parameter_of_the_fragment");
    public static Message Participant => new("thing.participant");

    public static Message ParticipantOf(string step) => new("thing.participant_of", ("step", step));

    public static Message Parties => new("thing.parties");
    public static Message PartsUnderMaps => new("thing.parts_under_maps");
    public static Message Party => new("thing.party");
    public static Message Period => new("thing.period");

    public static Message Person(string id) => new("thing.person", ("id", id));

    public static Message PersonOfTheRegister => new("thing.person_of_the_register");
    public static Message Place => new("thing.place");
    public static Message PlaceOfTheCaseFile => new("thing.place_of_the_case_file");
    public static Message Prefix => new("thing.prefix");
    public static Message Process => new("thing.process");
    public static Message ProcessOfDefinition => new("thing.process_of_definition");
    public static Message PromiseDocument => new("thing.promise_document");

    public static Message PromiseOf(string material) => new("thing.promise_of", ("material", material));

    public static Message Qualification => new("thing.qualification");

    public static Message Quoted(string text) => new("thing.quoted", ("text", text));

    public static Message Remark => new("thing.remark");
    public static Message Remedy => new("thing.remedy");
    public static Message Result => new("thing.result");
    public static Message Retention => new("thing.retention");

    public static Message RowsUnder(string key) => new("thing.rows_under", ("key", key));

    public static Message RowsWithReasons => new("thing.rows_with_reasons");
    public static Message Rule => new("thing.rule");
    public static Message Scenario => new("thing.scenario");
    public static Message Shares => new("thing.shares");
    public static Message ShortTitle => new("thing.short_title");

    public static Message SpanOfRows(string table) => new("thing.span_of_rows", ("table", table));

    public static Message Step => new("thing.step");
    public static Message StepList => new("thing.step_list");
    public static Message StepOfTheDefinition => new("thing.step_of_the_definition");
    public static Message StepOrAMoment => new("thing.step_or_a_moment");
    public static Message StepOrMomentOfFragment => new("thing.step_or_moment_of_fragment");
    public static Message Story => new("thing.story");
    public static Message TableOfForm => new("thing.table_of_form");
    public static Message Text => new("thing.text");
    public static Message TheActivity => new("thing.the_activity");
    public static Message TheAnyTimeStepThatOpens => new("thing.the_any_time_step_that_opens");
    public static Message TheArgument => new("thing.the_argument");
    public static Message TheBlockToLeave => new("thing.the_block_to_leave");
    public static Message TheCatalogue => new("thing.the_catalogue");

    public static Message TheChoice(string id) => new("thing.the_choice", ("id", id));

    public static Message TheClock => new("thing.the_clock");

    public static Message TheClockOf(string id) => new("thing.the_clock_of", ("id", id));

    public static Message TheCondition => new("thing.the_condition");
    public static Message TheCourt => new("thing.the_court");
    public static Message TheDatesOfAClock => new("thing.the_dates_of_a_clock");
    public static Message TheDay => new("thing.the_day");
    public static Message OrderOfRemedies => new("thing.order_of_remedies");
    public static Message TheSum => new("thing.the_sum");
    public static Message TheDifference => new("thing.the_difference");
    public static Message DayBound => new("thing.day_bound");
    public static Message HowReasonsStand => new("thing.how_reasons_stand");
    public static Message TheDayItMeansIt => new("thing.the_day_it_means_it");
    public static Message TheDayItTakesEffect => new("thing.the_day_it_takes_effect");

    public static Message TheDocument(string id) => new("thing.the_document", ("id", id));

    public static Message TheDraw(string id) => new("thing.the_draw", ("id", id));

    public static Message TheEdition => new("thing.the_edition");
    public static Message TheEntry => new("thing.the_entry");
    public static Message TheEscalation => new("thing.the_escalation");
    public static Message TheExtension => new("thing.the_extension");
    public static Message TheFee => new("thing.the_fee");

    public static Message TheField(string id) => new("thing.the_field", ("id", id));

    public static Message TheFieldWithTheDay => new("thing.the_field_with_the_day");
    public static Message TheFile => new("thing.the_file");
    public static Message TheForm => new("thing.the_form");
    public static Message TheFragment => new("thing.the_fragment");
    public static Message TheGreatestValue => new("thing.the_greatest_value");
    public static Message TheIdOfAFragment => new("thing.the_id_of_a_fragment");
    public static Message TheIdOfAProcess => new("thing.the_id_of_a_process");
    public static Message TheItem => new("thing.the_item");

    public static Message TheJoint(string id) => new("thing.the_joint", ("id", id));

    public static Message TheKey(string key) => new("thing.the_key", ("key", key));

    public static Message TheKind(string kind) => new("thing.the_kind", ("kind", kind));

    public static Message TheKindOfDecision => new("thing.the_kind_of_decision");
    public static Message TheLamps => new("thing.the_lamps");
    public static Message TheLargestAmount => new("thing.the_largest_amount");
    public static Message TheLaw => new("thing.the_law");
    public static Message TheLeastValue => new("thing.the_least_value");
    public static Message TheLifecycle => new("thing.the_lifecycle");
    public static Message TheLimit => new("thing.the_limit");
    public static Message TheMap => new("thing.the_map");
    public static Message TheMapOfAProcess => new("thing.the_map_of_a_process");

    public static Message TheMaterial(string id) => new("thing.the_material", ("id", id));

    public static Message TheMoment(string id) => new("thing.the_moment", ("id", id));

    public static Message TheMove => new("thing.the_move");
    public static Message TheNumberOfARequest => new("thing.the_number_of_a_request");
    public static Message TheOffset => new("thing.the_offset");
    public static Message TheOrder => new("thing.the_order");
    public static Message TheOrderOfRemedies => new("thing.the_order_of_remedies");
    public static Message FileKind => new("thing.file_kind");

    public static Message FileSize => new("thing.file_size");

    public static Message KeyMany => new("thing.key_many");

    public static Message AttachedFile => new("thing.attached_file");

    public static Message Organ => new("thing.organ");

    public static Message TheOrganOfReconsideration => new("thing.the_organ_of_reconsideration");

    public static Message TheOutcome(string id) => new("thing.the_outcome", ("id", id));

    public static Message TheParallel(string id) => new("thing.the_parallel", ("id", id));

    public static Message TheParameter(string id) => new("thing.the_parameter", ("id", id));

    public static Message JointAndOutcome => new("thing.joint_and_outcome");

    public static Message TableOfRows => new("thing.table_of_rows");

    public static Message TheQuorum => new("thing.the_quorum");

    public static Message TheParticipant => new("thing.the_participant");
    public static Message TheParty => new("thing.the_party");
    public static Message ThePeriodOfThePromise => new("thing.the_period_of_the_promise");
    public static Message TheProcess => new("thing.the_process");
    public static Message TheProcessOfTheDefinition => new("thing.the_process_of_the_definition");
    public static Message ThePromise => new("thing.the_promise");
    public static Message TheReasons => new("thing.the_reasons");
    public static Message TheRecord => new("thing.the_record");
    public static Message TheRegister => new("thing.the_register");
    public static Message TheRemedy => new("thing.the_remedy");
    public static Message TheReturn => new("thing.the_return");
    public static Message TheRuleOfDays => new("thing.the_rule_of_days");
    public static Message TheScenario => new("thing.the_scenario");
    public static Message TheShare => new("thing.the_share");
    public static Message TheSilence => new("thing.the_silence");

    public static Message TheStep(string id) => new("thing.the_step", ("id", id));

    public static Message TheTermination => new("thing.the_termination");
    public static Message TheText => new("thing.the_text");
    public static Message TheTitle => new("thing.the_title");
    public static Message TheWayBack => new("thing.the_way_back");
    public static Message TheWayOfService => new("thing.the_way_of_service");
    public static Message TheWorkingDays => new("thing.the_working_days");
    public static Message TheYearOfAnEdition => new("thing.the_year_of_an_edition");
    public static Message TheYellowLamp => new("thing.the_yellow_lamp");
    public static Message TimeZone => new("thing.time_zone");
    public static Message Title => new("thing.title");

    public static Message TitleOrType(string field) => new("thing.title_or_type", ("field", field));

    public static Message ToWhomAPartyTurned => new("thing.to_whom_a_party_turned");

    public static Message ToWhomAPartyTurns => new("thing.to_whom_a_party_turns");
    public static Message Transition => new("thing.transition");
    public static Message Type => new("thing.type");
    public static Message TypeOfItem => new("thing.type_of_item");
    public static Message Unit => new("thing.unit");
    public static Message Value => new("thing.value");
    public static Message ValueOfTheList => new("thing.value_of_the_list");
    public static Message Values => new("thing.values");
    public static Message Weight => new("thing.weight");
    public static Message WhatADayOffDoes => new("thing.what_a_day_off_does");
    public static Message WhatFollows => new("thing.what_follows");
    public static Message WhetherPartiesActAsOfficers => new("thing.whether_parties_act_as_officers");

    public static Message WhatIsChecked => new("thing.what_is_checked");
    public static Message WhatIsServed => new("thing.what_is_served");
    public static Message WhatItIs => new("thing.what_it_is");
    public static Message WhatMustExist => new("thing.what_must_exist");
    public static Message WhatSilenceMeans => new("thing.what_silence_means");
    public static Message WhatStartsTheLimit => new("thing.what_starts_the_limit");
    public static Message WhatTheArticleSays => new("thing.what_the_article_says");
    public static Message WhatTheDocumentStates => new("thing.what_the_document_states");
    public static Message WhatTheLimitBounds => new("thing.what_the_limit_bounds");
    public static Message WhatTheOutcomeNeeds => new("thing.what_the_outcome_needs");
    public static Message WhatThePromiseAllows => new("thing.what_the_promise_allows");
    public static Message WhenItCloses => new("thing.when_it_closes");
    public static Message WhetherReasonsAreRequired => new("thing.whether_reasons_are_required");
    public static Message WhetherTheSignerAgrees => new("thing.whether_the_signer_agrees");
    public static Message WhetherTheSignersConfirmed => new("thing.whether_the_signers_confirmed");
    public static Message WhichDaysAreWorkingDays => new("thing.which_days_are_working_days");
    public static Message WhichRowsRunAgain => new("thing.which_rows_run_again");
    public static Message WhoActs => new("thing.who_acts");
    public static Message WhoApproves => new("thing.who_approves");
    public static Message WhoHasAVoice => new("thing.who_has_a_voice");
    public static Message WhoMadeIt => new("thing.who_made_it");
    public static Message WhoSharesIt => new("thing.who_shares_it");
    public static Message Word => new("thing.word");
    public static Message YesOrNo => new("thing.yes_or_no");
}
