using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Findings;

/// <summary>Where in a ledger something is found.</summary>
internal static class LedgerPlaces
{
    /// <summary>{number}</summary>
    internal static Message Case(string number) => new("verify.at_case", ("number", number));

    /// <summary>access log {log}</summary>
    internal static Message AccessLog(string log) => new("verify.at_access_log", ("log", log));

    /// <summary>seals</summary>
    internal static Message Seals() => new("verify.at_seals");

    /// <summary>definition</summary>
    internal static Message Definitions() => new("verify.at_definition");

    /// <summary>calendar</summary>
    internal static Message Calendars() => new("verify.at_calendar");

    /// <summary>numbers</summary>
    internal static Message Numbers() => new("verify.at_numbers");

    /// <summary>the database itself</summary>
    internal static Message Database() => new("verify.at_database");

    /// <summary>attachment</summary>
    internal static Message Attachments() => new("verify.at_attachment");
}
