namespace Lcra.Hydromet.Archive;

/// <summary>What <see cref="ArchiveFiller.Enqueue"/> did.</summary>
public enum ArchiveFillQueued
{
    /// <summary>The days are in the queue.</summary>
    Queued,

    /// <summary>The days were in the queue already.</summary>
    AlreadyQueued,

    /// <summary>The queue, or the part of it that one site may use, is full. Ask again later.</summary>
    Full,
}
