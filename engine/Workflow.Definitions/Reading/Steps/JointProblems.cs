using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>What is wrong with a joint.</summary>
internal static class JointProblems
{
    public static Message FewParticipants(string step, int found) => new("joint.participants", ("step", step), ("found", found));

    public static Message ParticipantTwice(string step, string participant) =>
        new("joint.participant_twice", ("step", step), ("participant", participant));

    public static Message NoDecide(string step) => new("joint.decide", ("step", step));

    public static Message DecideShape(Message found) => new("joint.decide_shape", ("found", found));

    public static Message NoOtherwise(string step) => new("joint.no_otherwise", ("step", step));

    public static Message Threshold(Message found, Message? way) => new Message("joint.threshold", ("found", found)).With(way);

    public static Message ThresholdRange(int most, string outcome, int found) =>
        new("joint.threshold_range", ("most", most), ("outcome", outcome), ("found", found));

    public static Message Floor(string participant, string step) => new("joint.floor", ("participant", participant), ("step", step));

    public static Message Share(string participant, string step) => new("joint.share", ("participant", participant), ("step", step));

    public static Message Silence(string participant, string step, string found, Message way) =>
        new Message("joint.silence", ("participant", participant), ("step", step), ("found", found)).With(way);

    public static Message SilentVeto(string participant, string step, string choice) =>
        new("joint.silent_veto", ("participant", participant), ("step", step), ("choice", choice));

    public static Message SilentNumber(string document, string participant, string step) =>
        new("joint.silent_number", ("document", document), ("participant", participant), ("step", step));
}
