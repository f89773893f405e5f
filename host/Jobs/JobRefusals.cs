using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Answers;
using Workflow.Host.Opening;
using Workflow.Storage.Refusals;

namespace Workflow.Host.Jobs;

/// <summary>What stands against work of auditors.</summary>
internal static class JobRefusals
{
    /// <summary>The caller is no auditor.</summary>
    internal static RequestRefusedException NotYours(NameValue caller) => new("evidence.not_yours", ("caller", caller));

    /// <summary>The caller is a party of a case that would be among what they take out.</summary>
    internal static RequestRefusedException OwnCase(NameValue caller, string number) =>
        new("evidence.own_case", ("caller", caller), ("case", number));

    /// <summary>What an auditor brought does not read.</summary>
    internal static RequestRefusedException Input(Message why) => new("evidence.input", ("why", why));

    /// <summary>The ledger itself does not read.</summary>
    internal static RequestRefusedException Unreadable(Message why) => new("evidence.unreadable", ("why", why));

    /// <summary>As much long work runs as may.</summary>
    internal static RequestRefusedException Busy(int most) => new("evidence.busy", ("most", most));

    /// <summary>The caller has a job running.</summary>
    internal static RequestRefusedException Running(string job) => new("job.running", ("job", job));

    /// <summary>As many jobs run as may.</summary>
    internal static RequestRefusedException TooMany(int most) => new("job.too_many", ("most", most));

    /// <summary>The caller has no such job.</summary>
    /// <param name="job">The id found.</param>
    /// <param name="kept">How many jobs are kept.</param>
    internal static RequestRefusedException Unknown(string job, int kept) => new("job.unknown", ("job", job), ("kept", kept));

    /// <summary>The job is not done.</summary>
    internal static RequestRefusedException NoResult(string job) => new("job.no_result", ("job", job));

    /// <summary>The result of the job is JSON and nothing else.</summary>
    internal static RequestRefusedException OnlyJson() => new("job.only_json");

    /// <summary>What stands against something that an auditor brought, or that the ledger holds; null where the host itself broke.</summary>
    internal static Refusal? Brought(Exception e) =>
        e switch
        {
            OpeningRefusedException refused => refused.Refusal,
            InputRefusedException input => Input(input.Reason).Refusal,
            UnreadableException fault => Unreadable(fault.Reason).Refusal,
            _ => null,
        };

    /// <summary>The host broke while a job ran.</summary>
    internal static Refusal Broke => new("job.broke");
}
