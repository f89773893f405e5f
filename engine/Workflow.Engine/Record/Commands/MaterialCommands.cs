namespace Workflow.Engine.Record.Commands;

/// <summary>Records that a material came in, at whatever step the case is. It ends the clock of its promise.</summary>
/// <param name="Material">Its id.</param>
/// <param name="ValidUntil">The last day of its validity, included; required where the material carries one, null otherwise.</param>
public sealed record ReceiveMaterial(string Material, DateOnly? ValidUntil = null) : CaseCommand, IInAfterCare;

/// <summary>Gives the original of a material back to the applicant.</summary>
/// <param name="Material">Its id.</param>
/// <param name="Document">The receipt for it; null for none.</param>
public sealed record ReturnMaterial(string Material, string? Document = null) : CaseCommand, IAtAnyTime;

/// <summary>Records that the office obtained a material itself, as from a data share.</summary>
/// <param name="Material">Its id.</param>
/// <param name="Document">The record of the query; not empty.</param>
/// <param name="ValidUntil">The last day of its validity, included; required where the material carries one, null otherwise.</param>
public sealed record ShareMaterial(string Material, string Document, DateOnly? ValidUntil = null) : CaseCommand, IInAfterCare;
