using Workflow.Engine.Messages;

namespace Workflow.Definitions.Stories;

/// <summary>What a scenario expects something of, as a phrase of the table.</summary>
internal static class Subjects
{
    public static Message Whole(string key) => new("subject.case", ("key", key));

    public static Message Named(string key, string name) => new("subject.named", ("key", key), ("name", name));
}
